import { expect } from 'chai'
import { sandboxCredentials, type MemberMessage } from '../../../shared/contracts/sandbox.js'
import { confirmCard } from '../../../test/bot-bench.js'
import { startFakeProduct, type FakeProduct } from '../../../test/fake-product.js'
import { startSandbox, type TestSandbox } from '../../../test/sandbox.js'

const {
  wecom: { corpId, appSecret, agentId },
  wechat,
} = sandboxCredentials

describe('settings of the simulated platforms', () => {
  let sandbox: TestSandbox
  let product: FakeProduct

  beforeEach(async () => {
    product = await startFakeProduct()
    sandbox = await startSandbox({ productUrl: product.url })
  })
  afterEach(async () => {
    await sandbox.close()
    await product.close()
  })

  const set = (change: object) => sandbox.post('/api/settings', change)
  async function call(path: string, body?: object): Promise<Record<string, unknown>> {
    const { access_token } = await sandbox.get(`/wecom/cgi-bin/gettoken?corpid=${corpId}&corpsecret=${appSecret}`)
    expect(access_token).to.be.a('string')
    const at = `/wecom/cgi-bin/${path}?access_token=${String(access_token)}`
    return body ? sandbox.post(at, body) : sandbox.get(at)
  }
  const sendCard = () =>
    call('message/send', {
      touser: 'li-jing',
      agentid: agentId,
      msgtype: 'template_card',
      template_card: confirmCard('task-1'),
      enable_duplicate_check: 1,
    })

  it('say which check an app message meets first, the duplicate check or 42014: the documents do not', async () => {
    const [first, again] = [await sendCard(), await sendCard()]
    await set({ firstCheck: 'task-id' })

    expect([first.errcode, again.msgid]).to.deep.equal([0, first.msgid])
    expect(await sendCard()).to.include({ errcode: 42014 })
    expect(await sandbox.get<MemberMessage[]>('/api/members/li-jing/inbox')).to.have.length(1)
  })

  it('refuse the app with 60020 from an address that is not listed, though a token is given; WeChat gives none', async () => {
    const forToken = { grant_type: 'client_credential', appid: wechat.appId, secret: wechat.appSecret }
    await set({ trustedIp: false })

    for (const refused of [await sendCard(), await call('getcallbackip')]) {
      expect(refused).to.include({ errcode: 60020 })
      expect(refused.errmsg).to.contain('from ip: 127.0.0.1')
    }
    expect(await sandbox.post('/wechat/cgi-bin/stable_token', forToken)).to.include({ errcode: 40164 })
    await set({ trustedIp: true })
    expect(await sendCard()).to.include({ errcode: 0 })
    expect(await sandbox.post('/wechat/cgi-bin/stable_token', forToken)).to.have.property('access_token')
  })

  it('are kept, changed in part, and refused when unknown', async () => {
    await set({ firstCheck: 'task-id' })

    expect(await sandbox.get('/api/settings')).to.deep.include({ trustedIp: true, firstCheck: 'task-id' })
    expect(await set({ trustedIp: 'no' })).to.have.property('error')
    expect(await set({ other: true })).to.have.property('error')
  })
})
