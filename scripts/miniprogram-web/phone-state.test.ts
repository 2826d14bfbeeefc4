import { expect } from 'chai'
import { apiServer } from './testing/api-server.js'
import { until } from './testing/jsdom-phone.js'
import { failureOf, phoneBench, type PhoneBench } from './testing/phone-bench.js'

describe('the phone around the mini-program', () => {
  let bench: PhoneBench
  let api: Awaited<ReturnType<typeof apiServer>>
  before(async () => {
    bench = await phoneBench()
    api = await apiServer()
  })
  after(async () => {
    await api.close()
    await bench.close()
  })

  it('sends requests as WeChat does', async () => {
    const { wx } = await bench.open()

    const { data, statusCode, header, errMsg } = await wx.request({
      url: `${api.url}answers?a=1`,
      method: 'PUT',
      header: { Authorization: 'Bearer x' },
      data: { text: '好' },
    })

    expect({ data: { ...data }, statusCode, errMsg }).to.deep.equal({
      data: { ok: true },
      statusCode: 200,
      errMsg: 'request:ok',
    })
    expect(header['x-served']).to.equal('yes')
    expect(api.seen[0]).to.include({ method: 'PUT', url: '/answers?a=1', body: '{"text":"好"}' })
    expect(api.seen[0]?.headers).to.include({ authorization: 'Bearer x', 'content-type': 'application/json' })
    expect(api.seen[0]?.headers).not.to.have.any.keys('origin', 'cookie', 'referer', 'x-phone-person')
  })

  it('calls back instead of promising when callbacks are given', async () => {
    const { wx } = await bench.open()
    const said: string[] = []

    await new Promise<void>((complete) => {
      const task = wx.request({
        url: api.url,
        success: () => said.push('success'),
        fail: () => said.push('fail'),
        complete,
      })
      expect(task.abort).to.be.a('function')
    })

    expect(said).to.deep.equal(['success'])
  })

  it('fails as a network when nobody listens, not with a status', async () => {
    const { wx } = await bench.open()
    const gone = await apiServer()
    await gone.close()

    expect((await failureOf(wx.request({ url: gone.url })))?.errMsg).to.match(/^request:fail .*ERR_CONNECTION_REFUSED/)
  })

  it('in flight mode has no network, tells so, and comes back', async () => {
    const { wx, xz } = await bench.open()
    const changes: object[] = []
    wx.onNetworkStatusChange((change: object) => changes.push({ ...change }))

    xz.setOnline(false)
    const failure = await failureOf(wx.request({ url: api.url }))
    const { networkType } = await wx.getNetworkType()
    xz.setOnline(true)

    expect(failure).to.include({ errno: 600001 })
    expect(networkType).to.equal('none')
    expect(changes).to.deep.equal([
      { isConnected: false, networkType: 'none' },
      { isConnected: true, networkType: 'wifi' },
    ])
    expect(await failureOf(wx.request({ url: api.url }))).to.equal(undefined)
  })

  it('breaks what is under way when the network goes', async () => {
    const { wx, xz } = await bench.open()
    api.hold()
    const seenBefore = api.seen.length
    const call = failureOf(wx.request({ url: api.url }))
    await until(() => api.seen.length > seenBefore, 'the request')

    xz.setOnline(false)
    const failure = await call
    api.release()

    expect(failure?.errMsg).to.match(/ERR_INTERNET_DISCONNECTED/)
  })

  it('is told of flight mode by its host and by the page around it', async () => {
    bench.server.host.phoneOf('li').online = false
    const { wx, window } = await bench.open('person=li')
    expect((await wx.getNetworkType()).networkType).to.equal('none')

    window.dispatchEvent(new window.MessageEvent('message', { data: { type: 'xz-phone', online: true } }))

    expect((await wx.getNetworkType()).networkType).to.equal('wifi')
  })

  it('stops timers in the background and calls onHide and onShow', async () => {
    const { xz, window } = await bench.open('path=/pages/detail/detail')
    const hooks: string[] = []
    for (const hook of ['onHide', 'onShow']) {
      xz.page()[hook] = () => hooks.push(`page ${hook}`)
      Object.assign(xz.app(), { [hook]: () => hooks.push(`app ${hook}`) })
    }
    await until(() => Number(xz.data().ticks) >= 2, 'ticks')

    xz.setBackground(true)
    const stoppedAt = xz.data().ticks
    let browserTicks = 0
    window.setInterval(() => {
      browserTicks += 1
    }, 20)
    await until(() => browserTicks >= 5, "as many ticks of a timer that is not the page's")

    expect(xz.data().ticks).to.equal(stoppedAt)
    xz.setBackground(false)
    await until(() => Number(xz.data().ticks) > Number(stoppedAt), 'ticks again')
    expect(hooks).to.deep.equal(['page onHide', 'app onHide', 'app onShow', 'page onShow'])
  })

  it('sends nothing from the background', async () => {
    const { wx, xz } = await bench.open()

    xz.setBackground(true)

    expect(await failureOf(wx.request({ url: api.url }))).to.deep.equal({
      errMsg: 'request:fail interrupted',
      errno: 600003,
    })
  })

  it('keeps values in its storage as they were', async () => {
    const { wx } = await bench.open()
    wx.setStorageSync('draft', { text: '我先安抚客户 😀', at: 1 })

    expect({ ...wx.getStorageSync('draft') }).to.deep.equal({ text: '我先安抚客户 😀', at: 1 })
    expect(wx.getStorageSync('none')).to.equal('')
    expect(await failureOf(wx.getStorage({ key: 'none' }))).to.deep.equal({ errMsg: 'getStorage:fail data not found' })
  })

  it('hands over files that were chosen in a chat', async () => {
    const { wx, xz, document } = await bench.open()
    const path = xz.addTempFile('resume.json', new TextEncoder().encode('{"name":"李雷"}'))

    const { data } = await wx.getFileSystemManager().readFile({ filePath: path, encoding: 'utf8' })

    expect(data).to.equal('{"name":"李雷"}')
    void wx.chooseMessageFile({ count: 1, extension: ['json'] }).catch(() => {})
    expect(document.querySelector<HTMLInputElement>('.mp-file')?.accept).to.equal('.json')
  })

  it('knows from ext.json where its server is', async () => {
    const { wx } = await bench.open()

    expect({ ...wx.getExtConfigSync() }).to.deep.equal({ apiBase: 'http://127.0.0.1:7300' })
  })

  it('lacks in WeCom what WeCom lacks', async () => {
    bench.server.host.phoneOf('hr').environment = 'wxwork'
    const { wx } = await bench.open('person=hr')

    expect(wx.getSystemInfoSync().environment).to.equal('wxwork')
    expect(wx.getWindowInfo).to.equal(undefined)
  })

  it('records what would leave the browser, and lets a test answer instead', async () => {
    const { wx, xz } = await bench.open()
    xz.mocks.request = () => ({ statusCode: 503, data: '' })

    await wx.makePhoneCall({ phoneNumber: '400' })

    expect(xz.calls.map(({ api: name }) => name)).to.deep.equal(['makePhoneCall'])
    expect(await wx.request({ url: api.url })).to.include({ statusCode: 503 })
  })
})
