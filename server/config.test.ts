import { expect } from 'chai'
import { readConfig } from './config.js'

const faultsOf = (env: Record<string, string>): string => {
  try {
    readConfig(env)
    return ''
  } catch (error) {
    return (error as Error).message
  }
}

describe('the configuration', () => {
  it('needs nothing: without credentials it talks to the sandbox on this machine', () => {
    const config = readConfig({})

    expect(config).to.include({
      port: 7300,
      role: 'all',
      sandboxed: true,
      clockUrl: 'http://127.0.0.1:7301/api/clock',
      mongodbUri: undefined,
    })
    expect(config.wecom.baseUrl).to.equal('http://127.0.0.1:7301/wecom')
    expect(config.publicUrl).to.equal('http://localhost:7300')
    expect(config.wecom).to.include({
      oauthUrl: 'http://localhost:7301/wecom',
      qrLoginUrl: 'http://localhost:7301/wecom',
      agentId: 1000002,
    })
    expect(config.wecom.bot).to.include({ id: 'sandbox-bot-xiaozhao', wsUrl: 'ws://127.0.0.1:7301/aibot' })
    expect(config.sms).to.include({ endpoint: '127.0.0.1:7301/sms', protocol: 'http://' })
  })

  it('tells every fault at once, with what is allowed', () => {
    const faults = faultsOf({ PORT: 'many', ROLE: 'boss', LOG_LEVEL: 'loud', PUBLIC_URL: 'here', STORE_BYTE_CAP: '-1' })

    expect(faults).to.contain('5 fault(s)')
    expect(faults)
      .to.contain('PORT must be a port')
      .and.to.contain('ROLE must be one of all, web, worker')
      .and.to.contain('STORE_BYTE_CAP must be a number above 0')
  })

  it('takes nothing from the sandbox once one real credential is there', () => {
    const faults = faultsOf({ WECHAT_APP_SECRET: 'real-secret', CLOCK_URL: 'http://127.0.0.1:7301/api/clock' })

    expect(faults)
      .to.contain('WECOM_CORP_ID is missing')
      .and.to.contain('SMS_SECRET_KEY is missing')
      .and.to.contain('CLOCK_URL must not be set')
    expect(faults).not.to.contain('real-secret')
    expect(faults).to.contain('WECOM_AGENT_ID is missing').and.not.to.contain('WECOM_BOT')
  })

  it('wants a bot or a call-back whole or not at all', () => {
    expect(faultsOf({ WECOM_APP_SECRET: 'x', WECOM_BOT_ID: 'bot', WECOM_CALLBACK_TOKEN: 'token' }))
      .to.contain('WECOM_BOT_SECRET is missing')
      .and.to.contain('WECOM_CALLBACK_AES_KEY is missing')
  })
})
