import { expect } from 'chai'
import { apiServer } from './testing/api-server.js'
import { until } from './testing/jsdom-phone.js'
import { failureOf, phoneBench, type OpenedPhone, type PhoneBench } from './testing/phone-bench.js'

interface ComponentNode extends Element {
  __wxElement: { addListener(name: string, listener: () => void): void }
}

const MB = 1024 * 1024

/** Each of these works in a browser and fails on a phone. */
describe('the shim refuses what WeChat refuses:', () => {
  let bench: PhoneBench
  let api: Awaited<ReturnType<typeof apiServer>>
  let phone: OpenedPhone
  before(async () => {
    bench = await phoneBench()
    api = await apiServer()
  })
  after(async () => {
    await api.close()
    await bench.close()
  })
  beforeEach(async () => {
    phone = await bench.open()
    phone.window.localStorage.clear()
    api.seen.length = 0
  })

  it('a PATCH', async () => {
    const failure = await failureOf(phone.wx.request({ url: api.url, method: 'PATCH' }))

    expect(failure?.errMsg).to.equal('request:fail method is invalid: PATCH')
    expect(api.seen).to.deep.equal([])
  })

  for (const url of ['https://example.com/', 'http://example.com/', 'http://192.168.0.1/']) {
    it(`an address that is not registered (${url})`, async () => {
      expect(await failureOf(phone.wx.request({ url }))).to.deep.equal({
        errMsg: 'request:fail url not in domain list',
        errno: 600002,
      })
    })
  }

  for (const url of ['/api/positions', 'ftp://127.0.0.1/', undefined]) {
    it(`an address that is none (${url})`, async () => {
      expect((await failureOf(phone.wx.request({ url })))?.errMsg).to.match(/^request:fail invalid url/)
    })
  }

  it('an eleventh request at the same time: it waits for a place', async () => {
    api.hold()
    const all = Array.from({ length: 12 }, () => phone.wx.request({ url: api.url }))
    await until(() => api.seen.length === 10, 'ten requests')
    const late = phone.wx.request({ url: api.url, timeout: 50 })

    expect((await failureOf(late))?.errMsg).to.equal('request:fail timeout')
    expect(api.seen).to.have.length(10)

    api.release()
    await Promise.all(all)
    expect(api.seen).to.have.length(12)
  })

  describe('a subscription sheet', () => {
    const ask = (tmplIds = ['invitation']) =>
      phone.wx.requestSubscribeMessage({ tmplIds }) as Promise<Record<string, string>>

    it('outside a tap', async () => {
      expect((await failureOf(ask()))?.errMsg).to.equal(
        'requestSubscribeMessage:fail can only be invoked by user TAP gesture.',
      )
    })

    it('in a tap that first waited for the network', async () => {
      const result = duringTap(async () => {
        await phone.wx.request({ url: api.url })
        return await ask()
      })

      expect((await failureOf(result))?.errMsg).to.match(/user TAP gesture/)
    })

    it('with more than three templates, or one nobody registered', async () => {
      expect(await failureOf(duringTap(() => ask(['a', 'b', 'c', 'd'])))).to.include({ errCode: 20003 })
      expect(await failureOf(duringTap(() => ask(['unknown'])))).to.include({ errCode: 20001 })
    })

    it('when the person switched such messages off', async () => {
      bench.server.host.phoneOf('wang').subscriptions = 'off'
      const failure = await failureOf(duringTap(() => ask()))
      bench.server.host.phoneOf('wang').subscriptions = 'on'

      expect(failure).to.include({ errCode: 20004 })
      expect(phone.document.querySelector('.mp-subscribe')).to.equal(null)
    })

    it('but opens it in the tap itself, and tells the platform what was chosen', async () => {
      const result = duringTap(() => ask(['invitation', 'result']))
      await until(() => phone.document.querySelector('.mp-subscribe'), 'the sheet')
      const lines = [...phone.document.querySelectorAll('.mp-template b')].map(({ textContent }) => textContent)
      phone.document.querySelectorAll<HTMLInputElement>('.mp-template input')[1]?.click()
      phone.document.querySelector<HTMLElement>('.mp-subscribe .primary')?.click()

      expect(lines).to.deep.equal(['面试邀请通知', '面试结果通知'])
      expect(await result).to.deep.include({
        invitation: 'accept',
        result: 'reject',
        errMsg: 'requestSubscribeMessage:ok',
      })
      expect(bench.server.host.phoneOf('wang').choices).to.deep.equal({ invitation: 'accept', result: 'reject' })
    })

    it('whose 取消 rejects everything', async () => {
      const result = duringTap(() => ask())
      const cancel = await until(
        () => phone.document.querySelector<HTMLElement>('.mp-subscribe-actions button'),
        'the sheet',
      )
      cancel.click()

      expect(await result).to.include({ invitation: 'reject' })
    })

    function duringTap<T>(run: () => Promise<T>): Promise<T> {
      return new Promise((resolve, reject) => {
        const node = phone.document.querySelector('.count') as ComponentNode
        node.__wxElement.addListener('tap', () => {
          run().then(resolve, reject)
        })
        phone.xz.tap(node)
      })
    }
  })

  it('more than 1 MB under one key of the storage', async () => {
    expect(() => phone.wx.setStorageSync('draft', '答'.repeat(MB / 3))).to.throw(/max size of one key/)
    expect((await failureOf(phone.wx.setStorage({ key: 'draft', data: 'x'.repeat(MB) })))?.errMsg).to.match(
      /^setStorage:fail/,
    )
    expect(phone.wx.getStorageSync('draft')).to.equal('')
  })

  it('more than 10 MB of storage in all', () => {
    for (let key = 0; key < 10; key += 1) phone.wx.setStorageSync(`part${key}`, 'x'.repeat(MB - 100))

    expect(() => phone.wx.setStorageSync('last', 'x'.repeat(2000))).to.throw(/max storage size/)
    phone.wx.removeStorageSync('part0')
    expect(() => phone.wx.setStorageSync('last', 'x'.repeat(2000))).not.to.throw()
  })

  it('more than 200 MB of files, and writing anywhere else', async () => {
    const files = phone.wx.getFileSystemManager()
    const part = new ArrayBuffer(70 * MB)
    for (const name of ['a', 'b']) await files.writeFile({ filePath: `wxfile://usr/${name}`, data: part })

    expect((await failureOf(files.writeFile({ filePath: 'wxfile://usr/c', data: part })))?.errMsg).to.match(
      /storage limit/,
    )
    expect((await failureOf(files.writeFile({ filePath: 'wxfile://tmp_1', data: 'x' })))?.errMsg).to.match(
      /permission denied/,
    )
    expect((await failureOf(files.readFile({ filePath: 'wxfile://usr/none' })))?.errMsg).to.match(/no such file/)
  })

  it('setData above 1 MB, and warns above 256 KB', () => {
    const page = phone.xz.page()

    page.setData({ answer: 'x'.repeat(300_000) })
    expect(phone.xz.health().warnings[0]).to.match(/^setData over 256 KB/)
    expect(() => page.setData({ answer: '长'.repeat(400_000) })).to.throw(/over 1MB/)
  })

  it('an eleventh page on the stack', async () => {
    for (let depth = 1; depth < 10; depth += 1) await phone.wx.navigateTo({ url: '/pages/detail/detail' })
    const failure = await failureOf(phone.wx.navigateTo({ url: '/pages/detail/detail' }))

    expect(failure).to.deep.equal({ errMsg: 'navigateTo:fail webview count limit exceed' })
    expect(phone.xz.routes()).to.have.length(10)
  })

  it('a page that does not exist', async () => {
    const failure = await failureOf(phone.wx.navigateTo({ url: '/pages/none/none' }))

    expect(failure?.errMsg).to.equal('navigateTo:fail page "pages/none/none" is not found')
  })

  it('a code of wx.login used twice', async () => {
    const { code: first } = await phone.wx.login()
    const { code: second } = await phone.wx.login()

    expect(first).not.to.equal(second)
    expect(bench.server.host.exchange(first)).to.equal('wang')
    expect(bench.server.host.exchange(first)).to.equal(undefined)
  })

  it('a wx function that does not exist, and says so', () => {
    expect(phone.wx.canIUse('chooseRobot')).to.equal(false)
    expect(() => phone.wx.chooseRobot()).to.throw(TypeError)
    expect(phone.xz.health().missing).to.deep.equal(['chooseRobot'])
  })
})

describe('page code', () => {
  const names = [
    'window',
    'document',
    'localStorage',
    'fetch',
    'XMLHttpRequest',
    'URL',
    'navigator',
    'location',
    'globalThis',
    'self',
    'crypto',
    'Intl',
    'requestAnimationFrame',
    '__xz',
  ]
  let bench: PhoneBench
  before(async () => {
    const kinds = names.map((name) => `typeof ${name}`).join()
    bench = await phoneBench({ 'pages/detail/detail.ts': `Page({ data: { texts: {}, from: [${kinds}] } })` })
  })
  after(() => bench.close())

  it('has nothing of the browser that a phone has not', async () => {
    const { xz } = await bench.open('path=/pages/detail/detail')

    expect([...(xz.data().from as string[])]).to.deep.equal(names.map(() => 'undefined'))
  })
})
