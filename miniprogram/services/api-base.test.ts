import { expect } from 'chai'
import { apiBaseByVersion } from '../config.js'
import { apiBaseOf } from './api-base.js'

const getAccountInfoSync = () => ({ miniProgram: { envVersion: 'release' as const } })

describe('where the server is', () => {
  it('stands in ext.json, where there is one', () => {
    expect(
      apiBaseOf({ getExtConfigSync: () => ({ apiBase: 'https://hr.bank.example' }), getAccountInfoSync }),
    ).to.equal('https://hr.bank.example')
  })

  it('stands in the configuration where ext.json says nothing, or the client knows none', () => {
    for (const client of [{ getExtConfigSync: () => ({}), getAccountInfoSync }, { getAccountInfoSync }])
      expect(apiBaseOf(client)).to.equal(apiBaseByVersion.release)
  })
})
