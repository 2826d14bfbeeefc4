import { expect } from 'chai'
import { sandboxCredentials } from '../../../shared/contracts/sandbox.js'
import type { FaultSetting, PlatformCall } from '../../../shared/contracts/sandbox.js'
import { startSandbox, type TestSandbox } from '../../../test/sandbox.js'

const { wechat, group } = sandboxCredentials
const webhook = `/wecom/cgi-bin/webhook/send?key=${group.webhookKey}`
const hello = { msgtype: 'text', text: { content: '大家好' } }

describe('faults of the platforms', () => {
  let sandbox: TestSandbox

  beforeEach(async () => {
    sandbox = await startSandbox()
  })
  afterEach(() => sandbox.close())

  const fault = (setting: Omit<FaultSetting, 'on'>, on = true) =>
    sandbox.post<FaultSetting[]>('/api/faults', { ...setting, on })
  const outcome = () =>
    sandbox.post(webhook, hello).then(
      ({ errcode }) => errcode,
      () => 'dropped',
    )
  const posts = async () => (await sandbox.get<unknown[]>(`/api/groups/${group.id}/messages`)).length
  const calls = async () =>
    (await sandbox.get<PlatformCall[]>('/api/calls')).map(({ errcode, status }) => `${status} ${errcode}`)

  it('stays on until it is set off', async () => {
    expect(await fault({ fault: 'busy' })).to.deep.equal([{ fault: 'busy', on: true }])
    const struck = [await outcome(), await outcome()]
    expect(await fault({ fault: 'busy' }, false)).to.deep.equal([])

    expect(struck).to.deep.equal([-1, -1])
    expect(await outcome()).to.equal(0)
    expect(await posts()).to.equal(1)
  })

  it('strikes so many times only, and only the endpoint it names', async () => {
    await fault({ fault: 'rate-limited', endpoint: 'webhook/send', times: 2 })
    const other = await sandbox.get('/wecom/cgi-bin/gettoken')

    expect(other).to.include({ errcode: 41002 })
    expect([await outcome(), await outcome(), await outcome()]).to.deep.equal([45009, 45009, 0])
    expect(await sandbox.get('/api/faults')).to.deep.equal([])
  })

  it('loses a call before it arrives, or only its answer', async () => {
    await fault({ fault: 'timeout-before', times: 1 })
    const before = await outcome()
    const arrivedBefore = await posts()
    await fault({ fault: 'timeout-after', times: 1 })
    const after = await outcome()

    expect([before, arrivedBefore]).to.deep.equal(['dropped', 0])
    expect([after, await posts()]).to.deep.equal(['dropped', 1])
    expect(await calls()).to.deep.equal(['0 timeout-before', '0 timeout-after'])
  })

  it('breaks with 500 before anything is done, and can be slow', async () => {
    await fault({ fault: 'http-500', times: 1 })
    const broken = await fetch(sandbox.baseUrl + webhook, { method: 'POST', body: JSON.stringify(hello) })
    await fault({ fault: 'slow', times: 1 })
    const startedAt = performance.now()
    const slow = await outcome()

    expect(broken.status).to.equal(500)
    expect(slow).to.equal(0)
    expect(performance.now() - startedAt).to.be.at.least(35)
    expect(await posts()).to.equal(1)
  })

  it('expires every token that was issued, so that refreshing once and replaying works while it stays on', async () => {
    const token = async () =>
      (
        await sandbox.post('/wechat/cgi-bin/stable_token', {
          grant_type: 'client_credential',
          appid: wechat.appId,
          secret: wechat.appSecret,
        })
      ).access_token
    const use = async (value: unknown) =>
      (await sandbox.post(`/wechat/wxa/generate_urllink?access_token=${String(value)}`, { path: 'pages/a/a' })).errcode
    const old = await token()
    await fault({ fault: 'token-expired' })

    expect(await use(old)).to.equal(42001)
    const fresh = await token()
    expect(fresh).not.to.equal(old)
    expect([await use(fresh), await use(fresh)]).to.deep.equal([0, 0])
    await fault({ fault: 'token-expired' }, false)
    expect([await use(old), await use(fresh)]).to.deep.equal([42001, 0])
  })

  it('refuses the next calls whoever issued their token, when it has a number of times', async () => {
    const token = async () =>
      (
        await sandbox.post('/wechat/cgi-bin/stable_token', {
          grant_type: 'client_credential',
          appid: wechat.appId,
          secret: wechat.appSecret,
        })
      ).access_token
    const use = async () =>
      (await sandbox.post(`/wechat/wxa/generate_urllink?access_token=${String(await token())}`, { path: 'pages/a/a' }))
        .errcode
    await fault({ fault: 'token-expired', times: 2 })

    expect([await use(), await use(), await use()]).to.deep.equal([42001, 42001, 0])
  })

  it('refuses what is no fault', async () => {
    for (const body of [
      { fault: 'earthquake', on: true },
      { fault: 'busy' },
      { fault: 'busy', on: true, times: 0 },
      { fault: 'busy', on: true, x: 1 },
    ]) {
      expect(await sandbox.post('/api/faults', body)).to.have.nested.property('error.code', 'invalid-input')
    }
  })

  it('logs calls without keys and tokens', async () => {
    await outcome()
    await sandbox.get(`/wecom/cgi-bin/gettoken?corpid=x&corpsecret=very-secret`)

    const log = JSON.stringify(await sandbox.get('/api/calls'))
    expect(log).to.include('/wecom/cgi-bin/webhook/send').and.to.include('"errcode":40013')
    expect(log).not.to.include('very-secret')
    expect(log).not.to.include(group.webhookKey)
  })
})
