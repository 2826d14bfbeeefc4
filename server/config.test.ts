import { expect } from 'chai'
import { faultsOf, real } from '../test/builders/settings.js'
import { readConfig } from './config.js'

describe('the configuration', () => {
  it('goes on without an SMS about deletions, which older ones have not', () => {
    expect(readConfig(real).sms.tencent!.templateIds).not.to.have.property('deletion')
    expect(readConfig({ ...real, SMS_TEMPLATE_DELETION: '7' }).sms.tencent!.templateIds.deletion).to.equal('7')
  })

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
    expect(config.sms.tencent).to.include({ endpoint: '127.0.0.1:7301/sms', protocol: 'http://' })
  })

  it('tells every fault at once, with what is allowed', () => {
    const faults = faultsOf({ PORT: 'many', ROLE: 'boss', LOG_LEVEL: 'loud', PUBLIC_URL: 'here', STORE_BYTE_CAP: '-1' })

    expect(faults).to.contain('5 fault(s)')
    expect(faults)
      .to.contain('PORT must be a port')
      .and.to.contain('ROLE must be one of all, web, worker')
      .and.to.contain('STORE_BYTE_CAP must be a number above 0')
  })

  it('listens on this machine only and trusts no proxy, unless told (S7, S11)', () => {
    expect(readConfig({})).to.deep.include({ host: '127.0.0.1', trustedProxies: [], metricsToken: undefined })
    expect(
      readConfig({ HOST: '0.0.0.0', TRUSTED_PROXIES: '10.0.0.0/8, fd00::1', METRICS_TOKEN: 'a-token-of-20-letters' }),
    ).to.deep.include({
      host: '0.0.0.0',
      trustedProxies: ['10.0.0.0/8', 'fd00::1'],
      metricsToken: 'a-token-of-20-letters',
    })
    expect(faultsOf({ HOST: 'all of them', TRUSTED_PROXIES: '10.0.0.0/8, proxy', METRICS_TOKEN: 'short' }))
      .to.contain('HOST must be an address')
      .and.to.contain('TRUSTED_PROXIES must be')
      .and.to.contain('METRICS_TOKEN must be')
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

  it('wants TLS to and from the outside with real credentials, but for this machine', () => {
    const plain = {
      PUBLIC_URL: 'http://jobs.bank.example',
      WECOM_BASE_URL: 'http://qyapi.weixin.qq.com',
      WECOM_OAUTH_URL: 'http://open.weixin.qq.com',
      WECOM_QR_LOGIN_URL: 'http://login.work.weixin.qq.com',
      WECHAT_BASE_URL: 'http://api.weixin.qq.com',
      WECOM_BOT_URL: 'ws://openws.work.weixin.qq.com',
    }

    for (const [name, url] of Object.entries(plain)) {
      const secure = url.replace(/^(http|ws)/, '$1s')
      expect(faultsOf({ ...real, [name]: url }), name).to.contain(`${name} must begin with`)
      expect(faultsOf({ ...real, [name]: secure }), name).to.equal('')
      expect(faultsOf({ ...real, [name]: url.replace(/\/\/.*/, '//127.0.0.1:9/x') }), name).to.equal('')
    }
    expect(faultsOf({ PUBLIC_URL: plain.PUBLIC_URL }), 'beside the sandbox').to.equal('')
    expect(faultsOf({ ...real, PUBLIC_URL: 'http://127.0.0.1.evil.example' })).to.contain('PUBLIC_URL must begin with')
    expect(faultsOf({ ...real, NODE_TLS_REJECT_UNAUTHORIZED: '0' })).to.contain('NODE_TLS_REJECT_UNAUTHORIZED must not')
  })

  it('says which of our words stand in which keyword of a template, as the operator wrote it', () => {
    const faults = (text: string) => faultsOf({ WECHAT_APP_SECRET: 'x', WECHAT_TEMPLATE_INVITATION_FIELDS: text })

    expect(readConfig({}).wechat.templateFields.progress).to.deep.equal([
      { key: 'character_string1', field: 'code' },
      { key: 'thing5', field: 'state' },
      { key: 'time8', field: 'expected' },
    ])
    expect(readConfig({}).wechat.templateFields.result[0]).to.deep.equal({ key: 'phrase3', constant: '面试进展' })
    expect(faults('thing4:position, enum2:=线上面试')).not.to.contain('INVITATION_FIELDS')
    expect(faults('thing4:round')).to.contain('_FIELDS has "round", which is none of position, deadline, tip, code')
    expect(faults('thing4')).to.contain('_FIELDS has "thing4"; write thing4:position')
    expect(faults('thing4:position,thing4:tip')).to.contain('_FIELDS has thing4 twice')
    expect(faults('enum2:=')).to.contain('_FIELDS has "="')
  })

  it('takes SMS to a gateway of the house when one is named, with its texts whole', () => {
    const gateway = {
      SMS_GATEWAY_URL: 'https://sms.bank.example/send',
      SMS_GATEWAY_HEADERS: '{"Authorization":"Bearer of-nobody"}',
      SMS_GATEWAY_BODY: '{"to":"{phone}","content":"{text}"}',
      SMS_GATEWAY_SUCCESS: 'result.code=0',
      SMS_TEXT_INVITATION: '{deadline}前完成：{link}',
      SMS_TEXT_PROGRESS: '短码{code}',
      SMS_TEXT_RESULT: '短码{code}',
      SMS_TEXT_NEXT_ROUND: '{round}，{time}，{place}，{contact}{phone}',
      SMS_TEXT_PHONE_CODE: '{code}，{minutes}分钟',
    }
    const faults = faultsOf(gateway)

    expect(faults).to.contain('WECHAT_APP_ID is missing').and.not.to.contain('SMS_')
    const wrong = faultsOf({
      ...gateway,
      SMS_GATEWAY_HEADERS: 'Bearer of-nobody',
      SMS_GATEWAY_BODY: '{"content":"{text}"}',
      SMS_GATEWAY_SUCCESS: '0',
      SMS_TEXT_RESULT: '{score}',
    })
    expect(wrong)
      .to.contain('SMS_GATEWAY_HEADERS must be JSON')
      .and.to.contain('SMS_GATEWAY_BODY must have {phone} and {text}')
      .and.to.contain('SMS_GATEWAY_SUCCESS must be like code=0')
      .and.to.contain('SMS_TEXT_RESULT has {score}, which is none of state, expected, code, link')
      .and.not.to.contain('of-nobody')
    expect(faultsOf({ SMS_SECRET_KEY: 'x', SMS_TEMPLATE_RESULT_PARAMS: 'score' })).to.contain('_PARAMS has "score"')
  })

  it('takes the bot through HTTPS_PROXY, unless NO_PROXY spares its host', () => {
    const proxy = { HTTPS_PROXY: 'http://proxy.bank.example:8080' }
    const proxyOf = (env: Record<string, string>) => {
      const { bot } = readConfig({ ...real, ...env }).wecom
      return bot && 'proxyUrl' in bot ? bot.proxyUrl : undefined
    }

    expect(proxyOf(proxy)).to.equal('http://proxy.bank.example:8080')
    expect(proxyOf({})).to.equal(undefined)
    for (const NO_PROXY of ['*', 'localhost, .weixin.qq.com', 'openws.work.weixin.qq.com'])
      expect(proxyOf({ ...proxy, NO_PROXY }), NO_PROXY).to.equal(undefined)
    expect(proxyOf({ ...proxy, NO_PROXY: 'localhost,127.0.0.1,xin.qq.com,' })).to.contain('8080')
    expect(faultsOf({ ...real, HTTPS_PROXY: 'proxy.bank.example:8080' })).to.contain('HTTPS_PROXY must be a URL')
  })

  it('knows the file that proves the domain by its name, and what stands in it unless told otherwise', () => {
    const proofOf = (env: Record<string, string>) => readConfig(env).wecom.domainProof

    expect(proofOf({})).to.equal(undefined)
    expect(proofOf({ WECOM_DOMAIN_PROOF: 'WW_verify_Ab12.txt' })).to.deep.equal({
      name: 'WW_verify_Ab12.txt',
      text: 'Ab12',
    })
    expect(proofOf({ WECOM_DOMAIN_PROOF: 'WW_verify_Ab12.txt', WECOM_DOMAIN_PROOF_TEXT: 'other' })!.text).to.equal(
      'other',
    )
    for (const name of ['../WW_verify_Ab12.txt', 'WW_verify_.txt', 'index.html'])
      expect(faultsOf({ WECOM_DOMAIN_PROOF: name })).to.contain('WECOM_DOMAIN_PROOF must be')
  })
})

describe('the configuration of a second scorer', () => {
  const model = {
    MODEL_BASE_URL: 'https://model.bank.example/v1/',
    MODEL_API_KEY: 'key-of-nobody',
    MODEL_NAME: 'reader-1',
    MODEL_PROCESSOR: 'A company',
    MODEL_REGION: 'cn-north',
    MODEL_FILING_NUMBER: 'F-1',
  }

  it('is off unless it is named', () => {
    expect(readConfig({}).model).to.equal(undefined)
    expect(readConfig({ MODEL_REGION: 'cn-north' }).model).to.equal(undefined)
  })

  it('has limits of its own', () => {
    expect(readConfig(model).model).to.deep.include({
      baseUrl: 'https://model.bank.example/v1',
      ...{ runs: 2, callSeconds: 10, callsADay: 10_000, tokensADay: 20_000_000, replyFormat: 'json-schema' },
    })
    expect(faultsOf({ ...model, MODEL_RUNS: '9' })).to.contain('MODEL_RUNS must be one of 1, 2, 3, 4, 5')
  })

  for (const name of Object.keys(model))
    it(`asks for ${name} with the others`, () => {
      expect(faultsOf({ ...model, [name]: '' })).to.contain(`${name} is missing`)
    })

  it('goes over TLS, but for this machine', () => {
    expect(faultsOf({ ...model, MODEL_BASE_URL: 'http://model.bank.example/v1' })).to.contain('https://')
    expect(readConfig({ ...model, MODEL_BASE_URL: 'http://127.0.0.1:8000/v1' }).model).not.to.equal(undefined)
  })
})
