import { expect } from 'chai'
import { testStore } from '../../test/store.js'
import { isOld, refuseOld, serverVersion } from './server-version.js'

describe('the version of the database', () => {
  for (const version of ['4.4.29', '5.0.31'])
    it(`refuses MongoDB ${version} in words, before anything is written`, () => {
      const server = { version, versionArray: version.split('.').map(Number) }

      expect(() => refuseOld(server))
        .to.throw()
        .with.property('message')
        .that.contains(`MongoDB ${version}`)
        .and.contains('6.0')
    })

  it('takes 6.0 and later, and the embedded store', async () => {
    expect(isOld({ version: '6.0.0', versionArray: [6, 0, 0, 0] })).to.equal(false)
    expect(isOld({ version: '8.2.1', versionArray: [8, 2, 1, 0] })).to.equal(false)
    expect(isOld(await serverVersion(await testStore()))).to.equal(false)
  })
})
