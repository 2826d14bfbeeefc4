/** A video answer in Chromium, which sees a green picture of its own fake camera and hears a beep a second. */
import { expect } from 'chai'
import { candidatePhone } from './candidate-phone.js'
import { ids } from './fakes/candidate-api.js'
import { questionsToFilm } from './fakes/candidate-samples.js'
import { fakeInterview } from './fakes/fake-interview.js'

const page = `/pages/interview/interview?invitation=${ids.invitation}`

interface Inspected {
  __xz: {
    setFileQuota(bytes: number): void
    wx: { getFileSystemManager(): { readdirSync(folder: string): string[] } }
  }
}

describe('a video answer on the phone', function () {
  this.timeout(60_000)
  const { api, phone, open, current, button, shown } = candidatePhone()

  beforeEach(() => {
    api().interview = fakeInterview(Date.now, questionsToFilm())
  })

  const press = (label: string) => phone().page.getByRole('button', { name: label, exact: true }).last().tap()
  const tell = (what: object) =>
    phone().page.evaluate((message) => {
      window.postMessage({ type: 'xz-phone', ...message }, '*')
    }, what)
  const until = async (what: () => boolean) => {
    for (let turn = 0; turn < 300 && !what(); turn += 1) await phone().page.waitForTimeout(50)
    expect(what()).to.equal(true)
  }
  const kept = () =>
    phone().page.evaluate(() =>
      (window as unknown as Inspected).__xz.wx.getFileSystemManager().readdirSync('wxfile://usr'),
    )
  const filming = '正在录像，慢慢说，停顿也没关系'

  async function toVideo(): Promise<void> {
    await button('看第 1 题').tap()
    await button('换个方式作答').tap()
    await press('视频作答 · 2 分钟')
    await shown('视频作答 · 2 分钟')
  }
  async function allow(): Promise<void> {
    await button('我想好了，开始作答').tap()
    await press('同意')
    await press('允许')
    await press('允许')
  }
  async function toFilming(): Promise<void> {
    await toVideo()
    await allow()
    await shown(filming)
  }

  it('is filmed through a call and another app, sent clip by clip, and handed in', async () => {
    await open(page, { height: 812 })
    await button('看第 1 题').tap()
    await button('换个方式作答').tap()
    await phone().page.getByRole('button', { name: '语音作答 · 2 分钟' }).waitFor()
    await phone().screenshot('candidate-video-ways')
    await press('视频作答 · 2 分钟')
    await shown('视频作答 · 2 分钟')
    await phone().screenshot('candidate-video-thinking')
    await allow()
    await shown(filming)
    await button(/^重录一次/).waitFor()
    await phone().screenshot('candidate-video')

    await tell({ call: true })
    await shown(/^通话占用了麦克风，录像停在这里/)
    await until(() => api().interview.pieces.has('1/1/1'))
    await shown('已上传 100%')
    await phone().screenshot('candidate-video-call')
    await tell({ call: false })
    await button('继续录像').tap()
    await shown(filming)
    await phone().page.waitForTimeout(1_000)
    await tell({ background: true })
    await tell({ background: false })
    await shown(/^刚才离开了这个页面，录像停在这里/)
    await button('回答完毕').tap()
    await button('看第 2 题').waitFor()

    const [recording] = api().interview.recordings
    expect([recording?.take, recording?.clips.length]).to.deep.equal([1, 2])
    await until(() => api().interview.pieces.has('1/2/1'))
    expect(api().spoken[0]?.subarray(4, 8).toString()).to.equal('ftyp')
    expect(await kept()).to.deep.equal([])
  })

  it('goes on after the app was closed in the middle of a clip, without using a retake', async () => {
    await open(page)
    await toFilming()
    await phone().page.waitForTimeout(1_000)
    await tell({ background: true })
    await tell({ background: false })
    await shown(/^刚才离开了这个页面/)
    await button('继续录像').tap()
    await shown(filming)
    await phone().page.waitForTimeout(1_000)
    await phone().page.reload()
    await shown(/^小程序重新打开了，关掉时正在录的那一段没能留下/)
    await phone().screenshot('candidate-video-opened-again')
    await button('继续录像').tap()
    await shown(filming)
    await button(/^重录一次（还可 1 次）/).waitFor()
    await phone().page.waitForTimeout(1_000)
    await button('回答完毕').tap()
    await button('看第 2 题').waitFor()

    expect(api().interview.recordings[0]).to.nested.include({ take: 1, 'clips.length': 2 })
  })

  it('is given in writing by whoever does not want to be filmed', async () => {
    await open(page)
    await toVideo()
    await button('我想好了，开始作答').tap()
    await press('同意')
    await press('允许')
    await press('拒绝')
    await shown(/^摄像头或麦克风还没有打开/)
    await phone().screenshot('candidate-video-refused')
    await button('换个方式作答').tap()
    await press('文字作答 · 6 分钟')
    await button('我想好了，开始作答').tap()
    await current().locator('textarea').fill('写下来')
    await button('回答完毕').tap()
    await button('看第 2 题').waitFor()

    expect([api().interview.answers, api().interview.recordings]).to.deep.equal([['写下来'], []])
  })

  it('begins once the microphone is switched on in the settings, and asks for the camera then', async () => {
    await open(page)
    await toVideo()
    await button('我想好了，开始作答').tap()
    await press('同意')
    await press('拒绝')
    await button('打开摄像头和麦克风').tap()
    await phone().page.locator('.mp-template input').check()
    await press('完成')
    await press('允许')
    await button('我想好了，开始作答').tap()
    await shown(filming)
  })

  it('is recorded again after a question, on a phone that has no room left', async () => {
    await open(page)
    await phone().page.evaluate(() => (window as unknown as Inspected).__xz.setFileQuota(0))
    await toFilming()
    await button(/^重录一次/).tap()
    await shown('重新录一遍？')
    await press('重新录')
    await shown(filming)
    await phone().page.waitForTimeout(1_000)
    await button('回答完毕').tap()
    await button('看第 2 题').waitFor()
    await until(() => api().interview.pieces.has('2/1/1'))

    expect(api().interview.recordings.map(({ take }) => take)).to.deep.equal([2])
    expect([...api().interview.pieces.keys()].filter((key) => key.startsWith('1/'))).to.deep.equal([])
  })

  for (const fontScale of [1, 2])
    it(`keeps time and button in sight on 320 px, text at ${fontScale * 100} %`, async () => {
      await open(page, { fontScale, width: 320, height: 568 })
      await button('看第 1 题').tap()
      await button('换个方式作答').tap()
      await phone().screenshot(`candidate-video-ways-320-${fontScale}`)
      await press('视频作答 · 2 分钟')
      await phone().screenshot(`candidate-video-thinking-320-${fontScale}`)
      await allow()
      await shown('正在录像')
      await button(/^重录一次/).waitFor()
      await phone().screenshot(`candidate-video-320-${fontScale}`)
      const finish = (await button('回答完毕').boundingBox())!
      const again = (await button(/^重录一次/).boundingBox())!
      const time = (await current()
        .getByText(/^剩余 1:\d\d$/)
        .first()
        .boundingBox())!
      expect(finish.y + finish.height).to.be.at.most(568)
      expect(again.y + again.height).to.be.at.most(568)
      expect(time.y + time.height).to.be.at.most(finish.y)
      expect(again.height).to.be.at.least(44)
      const picture = (await current().locator('wx-camera').boundingBox())!
      expect(picture.y, 'the picture, below the time').to.be.at.least(time.y + time.height)
      expect(picture.y + picture.height, 'the picture, above the button').to.be.at.most(finish.y)
      expect(picture.height).to.be.above(picture.width)

      await tell({ background: true })
      await tell({ background: false })
      await shown(/^刚才离开了这个页面/)
      await phone().screenshot(`candidate-video-still-320-${fontScale}`)
      expect((await button('继续录像').boundingBox())!.height).to.be.at.least(44)
    })

  it('has room in English too, in large text on 320 px', async () => {
    await open(page, { fontScale: 2, width: 320, height: 568 })
    await button('English').tap()
    await button('Show question 1').tap()
    await button('Answer in another way').tap()
    await phone().screenshot('candidate-video-ways-320-en')
    await press('Answer by video · 2 min')
    await phone().screenshot('candidate-video-thinking-320-en')
    await button('I am ready to answer').tap()
    await press('同意')
    await press('允许')
    await press('允许')
    await button(/^Record again/).waitFor()
    await phone().screenshot('candidate-video-320-en')
    const finish = (await button('I am done').boundingBox())!
    const again = (await button(/^Record again/).boundingBox())!
    const picture = (await phone().page.getByRole('img', { name: 'Your picture' }).boundingBox())!
    expect(picture.y + picture.height).to.be.at.most(finish.y)
    expect(again.y + again.height).to.be.at.most(568)
    expect(await current().evaluate((node) => node.scrollWidth - node.clientWidth)).to.equal(0)

    await tell({ background: true })
    await tell({ background: false })
    await button('Go on recording').waitFor()
    await phone().screenshot('candidate-video-still-320-en')
    expect((await button('I am done').boundingBox())!.height).to.be.at.least(44)
  })
})
