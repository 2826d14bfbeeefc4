/** Spoken answers on a candidate’s page in HR’s console, in Chromium: heard, led to by what is quoted, and left to people. */
import { expect } from 'chai'
import type { Page } from 'playwright-core'
import { keepScreenshot } from '../browser.js'
import { leftToPeople, writtenDown, writtenDownTwice } from '../builders/spoken-report.js'
import { me } from '../builders/staff-lists.js'
import { mayNothing } from '../builders/staff-reports.js'
import { waitFor } from '../../scripts/demo/wait-for.js'
import type { Listened } from '../../shared/contracts/recordings.js'
import type { FakeStaffApi, StaffState } from '../fakes/staff-api.js'
import { consoleInBrowser, desk, phone, reportPath } from './console-in-browser.js'

const smallest = { width: 320, height: 700 }

describe('a spoken answer in HR’s console', function () {
  this.timeout(120_000)
  let page: Page
  let api: FakeStaffApi
  const { open, button, scrolls, wide, fine, picture } = consoleInBrowser()

  async function openSpoken(
    { application, recordings }: ReturnType<typeof writtenDown>,
    viewport = desk,
    state: Partial<StaffState> = {},
  ): Promise<void> {
    ;({ page, api } = await open(reportPath, { me: me(), applications: [application], recordings, ...state }, viewport))
  }
  async function openThird(viewport = desk): Promise<void> {
    await openSpoken(writtenDown(), viewport)
    await page.getByRole('tab', { name: /第 3 题/ }).click()
    await slider().waitFor()
  }
  const slider = () => page.getByRole('slider', { name: '播放位置' })
  const second = async () => Number(await slider().getAttribute('aria-valuenow'))
  const sound = () =>
    page.locator('audio').evaluate((one: HTMLAudioElement) => ({
      paused: one.paused,
      rate: one.playbackRate,
      controls: one.controls,
      lists: one.getAttribute('controlslist'),
    }))
  const reaches = (from: number) =>
    page.waitForFunction(
      (least) => Number(document.querySelector('[role=slider]')!.getAttribute('aria-valuenow')) >= least,
      from,
    )

  it('is one bar for all clips, asked for only when it is played, and played through', async () => {
    await openThird()
    expect(await slider().getAttribute('aria-valuetext')).to.equal('0:00，共 0:12')
    await page.getByText('约 0:03 断网 12 秒').waitFor()
    await page.getByText('约 0:06 离开页面 1 分钟').waitFor()
    expect(await page.locator('.time-line u').evaluateAll((marks) => marks.map((one) => one.style.left))).to.deep.equal(
      ['25%', '50%'],
    )
    expect(api.state.played).to.deep.equal([])
    expect(await scrolls()).to.deep.equal({ down: false, across: false })
    await fine()

    await slider().focus()
    await page.keyboard.press('ArrowRight')
    await button('播放').click()
    await button('暂停').waitFor()
    await reaches(7)
    expect(api.state.played).to.deep.equal([1, 2])
    expect(await sound()).to.include({ paused: false, controls: false, lists: 'nodownload' })
    await button('暂停').click()
    await button('播放').waitFor()
    expect(await sound()).to.include({ paused: true })
    await fine()
    await keepScreenshot(page, 'console-spoken')
  })

  it('is drawn as a waveform that says nothing to who does not see it, coloured as far as it was played', async () => {
    await openThird()
    const drawn = (part: string) =>
      page.locator(`.wave .${part}`).evaluate((one) => one.getAttribute('d')!.split('V').length - 1)
    expect([await drawn('heard'), await drawn('ahead')]).to.deep.equal([0, 300])
    expect(await page.locator('.wave').getAttribute('aria-hidden')).to.equal('true')
    await slider().focus()
    await page.keyboard.press('ArrowRight')
    expect([await drawn('heard'), await drawn('ahead')]).to.deep.equal([125, 175])

    const note = page.locator('.voice-measures')
    expect((await note.innerText()).replaceAll('\n\n', '\n').split('\n')).to.deep.equal([
      '声音测量 · 仅供参考，不计入评分',
      '停顿 5 次，最长 2.1 秒，占 18%',
      '语速：每秒 4.2 字',
      '音高：中位 182 Hz，变化 4.1 个半音',
      '音量变化 11 分贝',
    ])
    expect(await note.innerText()).not.to.match(/紧张|自信|情绪|平静|激动/)
    await fine()
    await keepScreenshot(page, 'console-spoken-measures')
    await picture('spoken')
  })

  it('is a plain bar, and nothing is said of measures, where there are none', async () => {
    const { application, recordings } = writtenDown()
    const third = application.report!.questions.find(({ questionId }) => questionId === 'q3')!
    delete third.spoken!.measures
    const plain = recordings.map((one) => ({ ...one, clips: one.clips.map(({ peaks: _peaks, ...clip }) => clip) }))
    await openSpoken({ application, recordings: plain })
    await page.getByRole('tab', { name: /第 3 题/ }).click()
    await slider().waitFor()

    expect(await page.locator('.wave, .voice-measures').count()).to.equal(0)
    expect((await page.locator('.time-line').boundingBox())!.height).to.equal(4)
  })

  it('says why nothing was measured', async () => {
    const { application, recordings } = writtenDown()
    application.report!.questions.find(({ questionId }) => questionId === 'q3')!.spoken!.measures = {
      unmeasured: 'format',
    }
    await openSpoken({ application, recordings })
    await page.getByRole('tab', { name: /第 3 题/ }).click()

    await page.getByText('没有测量：只测量 MP3 录音。').waitFor()
    await fine()
  })

  it('is taken along by who may, clip by clip, and offered to nobody else', async () => {
    await openThird()
    expect(await page.getByRole('button', { name: /^下载(第|录音)/ }).count()).to.equal(0)
    await api.close()

    await openSpoken(writtenDown(), desk, { me: me({ download: true }) })
    await page.getByRole('tab', { name: /第 3 题/ }).click()
    const saved = page.waitForEvent('download')
    await button('下载第 2 段 · 第 3 题的录音').press('Enter')
    expect((await saved).suggestedFilename()).to.equal('recording-question-3-clip-2.mp3')
    await fine()
    await keepScreenshot(page, 'console-spoken-take-along')
  })

  it('tells how much of it was heard when somebody leaves it, once', async () => {
    await openThird()
    await slider().focus()
    await page.keyboard.press('ArrowRight')
    await button('播放').click()
    await reaches(7)
    await button('暂停').click()
    await page.getByRole('tab', { name: /第 1 题/ }).click()
    await slider().waitFor({ state: 'detached' })
    await waitFor('what was heard', async () => api.state.sent.length > 0)

    const [told, ...more] = api.state.sent
    expect(more).to.deep.equal([])
    expect(told!.key).to.match(/^POST \/api\/staff\/recordings\/\w+\/listened$/)
    const { fromSeconds, toSeconds, seconds } = told!.body as Listened
    expect([fromSeconds, toSeconds >= 7, seconds >= 2 && seconds <= 4]).to.deep.equal([5, true, true])
  })

  it('is led to by what is quoted, by mouse and by keyboard', async () => {
    await openThird()
    const last = page.getByRole('button', { name: /记下来，下班前/ })
    await last.click()
    await reaches(8)
    await button('暂停').waitFor()
    expect(api.state.played).to.deep.equal([2])

    const first = page.getByRole('button', { name: /请她到旁边坐下/ })
    await first.focus()
    await page.keyboard.press('Enter')
    await page.waitForFunction(
      () => Number(document.querySelector('[role=slider]')!.getAttribute('aria-valuenow')) <= 2,
    )
    expect(await sound()).to.include({ paused: false })
    expect(await first.getAttribute('title')).to.equal('致歉并倾听 · 从 0:00 播放')
    expect(await page.locator('.unsure').allInnerTexts()).to.deep.equal(['值班主管'])
    await page.getByText('带点线的词可能听错了').waitFor()
    await fine()
  })

  it('is played by keys alone', async () => {
    await openThird()
    await slider().focus()
    const after = async (...keys: string[]) => {
      for (const key of keys) await page.keyboard.press(key)
      return await second()
    }
    expect(await after('ArrowRight', 'ArrowRight')).to.equal(10)
    expect(await after('ArrowLeft')).to.equal(5)
    expect(await after('End')).to.equal(12)
    expect(await after('Home')).to.equal(0)
    await after('ArrowUp', 'ArrowUp', 'ArrowUp', 'ArrowUp', 'ArrowDown')
    await button('语速 1.5 倍').waitFor()

    await page.keyboard.press('End')
    await page.keyboard.press('Space')
    await reaches(1)
    expect(await second()).to.be.below(12)
    expect(await sound()).to.include({ paused: false, rate: 1.5 })
    await page.keyboard.press('Space')
    await button('播放').waitFor()
    await button('语速 1.5 倍').click()
    expect(await sound()).to.include({ paused: true, rate: 2 })
    await button('语速 2 倍').click()
    await button('语速 1 倍').waitFor()
  })

  it('goes where its bar is pressed and drawn to', async () => {
    await openThird()
    const { x, y, width, height } = (await page.locator('.time-line').boundingBox())!
    await page.mouse.move(x + width / 2, y + height / 2)
    await page.mouse.down()
    expect(await second()).to.equal(6)
    await page.mouse.move(x + width * 0.76, y + height / 2)
    expect(await second()).to.equal(9)
    await page.mouse.up()
    await page.mouse.move(x, y)
    expect(await second()).to.equal(9)
    expect(api.state.played).to.deep.equal([])
  })

  it('is silent as soon as what was said on it is played', async () => {
    await openSpoken(writtenDownTwice())
    await page.getByRole('tab', { name: /第 3 题/ }).click()
    const [first, later] = [
      page.getByRole('group', { name: '第 3 题的录音' }),
      page.getByRole('group', { name: '追问 1 的录音' }),
    ]
    await first.getByRole('button', { name: '播放' }).click()
    await first.getByRole('button', { name: '暂停' }).waitFor()
    await later.getByRole('button', { name: '播放' }).click()
    await later.getByRole('button', { name: '暂停' }).waitFor()
    await first.getByRole('button', { name: '播放' }).waitFor()
    expect(await sound()).to.include({ paused: true })
    expect(await later.locator('video').evaluate((one: HTMLVideoElement) => one.paused)).to.equal(false)
    await fine()
  })

  it('says what never came and goes on behind it; nobody wrote it down, and people listen and rate', async () => {
    await openSpoken(leftToPeople())
    await page.getByText('0:07 起缺 2 段，没有送到').waitFor()
    await page.getByText('换了手机').waitFor()
    expect(await page.locator('.time-line b, .time-line u').count()).to.equal(1)
    await page.getByText('没有转写，请听录音。机器没有评分，由你和其他评阅的同事听过后评分。').waitFor()
    await button('提交评分').waitFor()
    expect(await page.getByText(/没有作答|之后显示机器评分/).count()).to.equal(0)
    await fine()
    await keepScreenshot(page, 'console-spoken-gap')

    await slider().focus()
    await page.keyboard.press('ArrowRight')
    await button('播放').click()
    await reaches(15)
    expect(api.state.played).to.deep.equal([2, 3])
  })

  it('tells who only reads that others listen', async () => {
    await openSpoken(leftToPeople({ may: mayNothing }))
    await page.getByText('由评阅的同事听过后评分').waitFor()
    expect(await button('提交评分').count()).to.equal(0)
  })

  it('says so where there is nothing to play, and where it does not play this time', async () => {
    await openSpoken({ ...leftToPeople(), recordings: [] })
    await page.getByText('没有可以播放的录音').waitFor()
    expect(await page.getByText('请听录音').count()).to.equal(0)
    await fine()
    await api.close()

    await openSpoken(leftToPeople(), desk, { silent: true })
    await button('播放').click()
    await page.getByText('这次没有放出来').waitFor()
    await fine()
    api.state.silent = false
    await button('播放').click()
    await reaches(1)
    expect(await page.getByText('这次没有放出来').count()).to.equal(0)
  })

  it('fits the smallest phone, at twice the text size and in English', async () => {
    await openThird(smallest)
    expect((await scrolls()).across).to.equal(false)
    await fine()
    await slider().scrollIntoViewIfNeeded()
    await keepScreenshot(page, 'console-spoken-320')

    await button('English').click()
    await page.getByText('At about 0:03: connection lost for 12 s').waitFor()
    expect(await wide()).to.deep.equal([])
    await fine()
    await button('中文').click()
    await page.setViewportSize(phone)
    await page.evaluate(() => {
      document.documentElement.style.fontSize = '200%'
    })
    expect(await wide()).to.deep.equal([])
    await slider().scrollIntoViewIfNeeded()
    await keepScreenshot(page, 'console-spoken-390-large')
  })
})
