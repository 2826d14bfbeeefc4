import { expect } from 'chai'
import { until } from './testing/jsdom-phone.js'
import { phoneBench, type PhoneBench } from './testing/phone-bench.js'

describe('pages in the browser', () => {
  let bench: PhoneBench
  before(async () => {
    bench = await phoneBench()
  })
  after(() => bench.close())

  it('start as on a phone: app, page, data in the template', async () => {
    const { xz, text, document } = await bench.open()

    expect(xz.route()).to.equal('pages/home/home')
    expect(xz.app().globalData).to.deep.equal({ launches: 1 })
    expect(text()).to.include('王小明，你好')
    expect(document.querySelector('.mp-title')?.textContent).to.equal('面试准备')
    expect(xz.health()).to.deep.equal({ errors: [], warnings: [], missing: [] })
  })

  it('open where the address says, with the query as WeChat hands it over', async () => {
    const { xz, text } = await bench.open(
      `path=${encodeURIComponent(`/pages/detail/detail?from=${encodeURIComponent('通知')}&token=a=b`)}`,
    )

    expect(xz.route()).to.equal('pages/detail/detail')
    expect(xz.options()).to.deep.equal({ from: encodeURIComponent('通知'), token: 'a=b' })
    expect(text()).to.include('通知').and.include('40%')
  })

  it('pass taps, events and accessibility on', async () => {
    const { xz, document } = await bench.open()

    const button = document.querySelector('wx-button') as Element
    xz.tap(button)

    expect(xz.data()).to.include({ count: 1 })
    expect(document.querySelector('[aria-label="面试准备"]')?.tagName).to.equal('WX-VIEW')
  })

  it('keep a stack and go back to the page that was left', async () => {
    const { xz, wx, document } = await bench.open()

    await wx.navigateTo({ url: '../detail/detail?from=x' })
    expect(xz.routes()).to.deep.equal(['pages/home/home', 'pages/detail/detail'])
    expect(document.querySelector('.mp-back')).to.have.property('hidden', false)
    await wx.navigateBack()

    expect(xz.routes()).to.deep.equal(['pages/home/home'])
    expect(document.querySelector('.mp-back')).to.have.property('hidden', true)
  })

  it('ask before the back arrow leaves, when the page wants it', async () => {
    const { xz, wx, document } = await bench.open()
    await wx.navigateTo({ url: '../detail/detail' })
    await wx.enableAlertBeforeUnload({ message: '确定离开吗' })

    const back = document.querySelector('.mp-back') as HTMLElement
    back.click()
    const cancel = await until(() => document.querySelector<HTMLElement>('.mp-modal button'), 'the question')
    cancel.click()

    expect(xz.route()).to.equal('pages/detail/detail')
  })

  it('mount one component alone', async () => {
    const { xz } = await bench.open()
    const counted: unknown[] = []
    const onCount = ({ detail }: { detail: object }) => counted.push({ ...detail })

    const counter = xz.mount('components/counter/counter', { start: 5, 'bind:count': onCount })
    xz.tap(counter.node.querySelector('wx-button') as Element)

    expect(counter.data()).to.include({ total: 6 })
    expect(counted).to.deep.equal([{ count: 6 }])
  })

  it('report what page code throws, to health() and to App.onError', async () => {
    const { xz } = await bench.open()
    const told: string[] = []
    Object.assign(xz.app(), { onError: (message: string) => told.push(message) })
    xz.page().onShow = () => {
      throw new Error('broken page')
    }

    xz.setBackground(true)
    xz.setBackground(false)

    expect(xz.health().errors).to.have.length(1)
    expect(xz.health().errors[0]).to.match(/^pages\/home\/home onShow: Error: broken page/)
    expect(told[0]).to.match(/^Error: broken page/)
  })

  it('tell the size of text that was chosen', async () => {
    const { wx, document } = await bench.open('fontScale=2')

    expect(wx.getSystemInfoSync()).to.include({ fontSizeSetting: 32, fontSizeScaleFactor: 2 })
    expect(document.documentElement.style.fontSize).to.equal('32px')
  })
})
