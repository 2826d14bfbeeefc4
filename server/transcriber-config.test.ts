import { expect } from 'chai'
import { faultsOf, real } from '../test/builders/settings.js'
import { readConfig } from './config.js'

describe('the configuration of a transcriber', () => {
  const transcriber = {
    TRANSCRIBER_URL: 'https://speech.bank.example/v1/',
    TRANSCRIBER_KEY: 'key-of-nobody',
    TRANSCRIBER_MODEL: 'listener-1',
    TRANSCRIBER_PROCESSOR: 'A company',
    TRANSCRIBER_REGION: 'cn-north',
    TRANSCRIBER_FILING_NUMBER: 'F-1',
  }

  it('is off unless it is named', () => {
    expect(readConfig(real).transcriber).to.equal(undefined)
  })

  it('is the sandbox’s own where nothing is configured, which nobody has to be named for', () => {
    expect(readConfig({ SANDBOX_PORT: '4001' }).transcriber).to.include({
      baseUrl: 'http://127.0.0.1:4001/speech/v1',
      processor: '',
    })
    expect(readConfig(transcriber).transcriber).to.include({ processor: 'A company' })
  })

  it('has limits of its own, and a call never outlasts the claim that it is made under', () => {
    expect(readConfig(transcriber).transcriber).to.deep.include({
      baseUrl: 'https://speech.bank.example/v1',
      ...{ language: 'zh', callSeconds: 20, secondsADay: 360_000 },
    })
    expect(readConfig({ ...transcriber, TRANSCRIBER_CALL_SECONDS: '600' }).transcriber).to.include({ callSeconds: 20 })
    expect(faultsOf({ ...transcriber, TRANSCRIBER_LANGUAGE: 'fr' })).to.contain('zh, en, auto')
  })

  for (const name of Object.keys(transcriber))
    it(`asks for ${name} with the others`, () => {
      expect(faultsOf({ ...transcriber, [name]: '' })).to.contain(`${name} is missing`)
    })

  it('goes over TLS, but for this machine', () => {
    expect(faultsOf({ ...transcriber, TRANSCRIBER_URL: 'http://speech.bank.example/v1' })).to.contain('https://')
  })
})
