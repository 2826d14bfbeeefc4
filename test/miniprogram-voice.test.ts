/** A voice answer in Chromium, which hears a beep a second from its own fake microphone. */
import { expect } from 'chai'
import { candidatePhone } from './candidate-phone.js'
import { ids } from './fakes/candidate-api.js'
import { questionsToSpeak } from './fakes/candidate-samples.js'
import { fakeInterview } from './fakes/fake-interview.js'

const page = `/pages/interview/interview?invitation=${ids.invitation}`

describe('a voice answer on the phone', function () {
  this.timeout(60_000)
  const { api, phone, open, current, button, shown } = candidatePhone()

  beforeEach(() => {
    api().interview = fakeInterview(Date.now, questionsToSpeak())
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

  async function toVoice(): Promise<void> {
    await button('看第 1 题').tap()
    await button('换成语音作答').tap()
    await shown('语音作答 · 2 分钟')
  }
  async function toRecording(): Promise<void> {
    await toVoice()
    await button('我想好了，开始作答').tap()
    await press('同意')
    await press('允许')
    await shown('正在录音，慢慢说，停顿也没关系')
  }

  it('is recorded and sent while it is spoken, through a call and another app, and handed in', async () => {
    await open(page)
    await toVoice()
    await phone().screenshot('candidate-voice-thinking')
    await button('我想好了，开始作答').tap()
    await press('同意')
    await press('允许')
    await until(() => api().interview.pieces.size > 0)
    await shown('已上传 100%')
    await phone().screenshot('candidate-voice')

    await tell({ call: true })
    await shown(/^通话占用了麦克风/)
    await phone().screenshot('candidate-voice-call')
    await button('继续录音').tap()
    await shown(/^麦克风没有响应/)
    await tell({ call: false })
    await button('继续录音').tap()
    await shown('正在录音，慢慢说，停顿也没关系')
    await until(() => api().interview.pieces.has('1/2/1'))

    await tell({ background: true })
    await tell({ background: false })
    await shown(/^刚才离开了这个页面/)
    await button('回答完毕').tap()
    await button('看第 2 题').waitFor()

    const [recording] = api().interview.recordings
    const arrived = [...api().interview.pieces.keys()]
    expect(api().interview.answers).to.deep.equal([''])
    expect(recording?.take).to.equal(1)
    const sent = recording?.clips.flatMap(({ pieces }, clip) =>
      Array.from({ length: pieces }, (_, piece) => `1/${clip + 1}/${piece + 1}`),
    )
    await until(() => api().interview.pieces.size === sent?.length)
    expect(arrived.length).to.be.above(1)
    expect([...api().interview.pieces.keys()].sort()).to.deep.equal(sent?.sort())
    expect(api().spoken[0]?.subarray(0, 2).toString('hex')).to.match(/^fff/)
  })

  it('goes on after the app was closed in the middle, and nothing that was said is lost', async () => {
    await open(page)
    await toRecording()
    api().refuse = ({ path }) => (path.includes('/pieces/') ? { status: 503, code: 'unavailable' } : undefined)
    await until(() => api().calls.some(({ path }) => path.includes('/pieces/')))
    await phone().page.reload()
    await shown(/^小程序重新打开了/)
    await phone().screenshot('candidate-voice-opened-again')
    api().refuse = undefined
    await button('继续录音').tap()
    await until(() => api().interview.pieces.has('1/2/1'))
    await until(() => api().interview.pieces.has('1/1/1'))
    await button('回答完毕').tap()
    await button('看第 2 题').waitFor()

    expect(api().interview.recordings[0]?.clips).to.have.length(2)
  })

  it('is given in writing by whoever does not want to be recorded', async () => {
    await open(page)
    await toVoice()
    await button('我想好了，开始作答').tap()
    await press('同意')
    await press('拒绝')
    await shown(/^麦克风还没有打开/)
    await phone().screenshot('candidate-voice-refused')
    await button('换成文字作答').tap()
    await button('我想好了，开始作答').tap()
    await current().locator('textarea').fill('写下来')
    await button('回答完毕').tap()
    await button('看第 2 题').waitFor()

    expect([api().interview.answers, api().interview.recordings]).to.deep.equal([['写下来'], []])
  })

  it('begins once the microphone is switched on in the settings, which a tap opens', async () => {
    await open(page)
    await toVoice()
    await button('我想好了，开始作答').tap()
    await press('同意')
    await press('拒绝')
    await button('打开麦克风').tap()
    await phone().page.locator('.mp-template input').check()
    await press('完成')
    await button('我想好了，开始作答').tap()
    await shown('正在录音，慢慢说，停顿也没关系')
  })

  for (const fontScale of [1, 2])
    it(`keeps time and button in sight on 320 px, text at ${fontScale * 100} %`, async () => {
      await open(page, { fontScale, width: 320, height: 568 })
      await toVoice()
      await phone().screenshot(`candidate-voice-thinking-320-${fontScale}`)
      await button('我想好了，开始作答').tap()
      await press('同意')
      await press('允许')
      await until(() => api().interview.pieces.size > 0)
      await phone().screenshot(`candidate-voice-320-${fontScale}`)
      const finish = (await button('回答完毕').boundingBox())!
      const again = (await button(/^重录一次/).boundingBox())!
      const time = (await current()
        .getByText(/^(剩余 )?1:\d\d$/)
        .first()
        .boundingBox())!

      expect(finish.y + finish.height).to.be.at.most(568)
      expect(again.y + again.height).to.be.at.most(568)
      expect(time.y + time.height).to.be.at.most(finish.y)
      expect(again.height).to.be.at.least(44)
      const hint = (await current().locator('.heard').getByText('正在录音').boundingBox())!
      const level = (await current().locator('.heard').boundingBox())!
      expect(hint.y + hint.height, 'the hint, above the button').to.be.at.most(finish.y)
      expect(level.y + level.height, 'the level, above the button').to.be.at.most(finish.y)
    })

  it('goes on being sent on the next page, which says so', async () => {
    api().interview = fakeInterview(Date.now, questionsToSpeak().slice(0, 1))
    api().refuse = ({ path }) => (path.includes('/pieces/') ? { status: 503, code: 'unavailable' } : undefined)
    await open(page)
    await toRecording()
    await until(() => api().calls.some(({ path }) => path.includes('/pieces/')))
    await button('回答完毕').tap()
    await shown('录音还在上传，已完成 0%。先别关掉小程序。')
    await phone().screenshot('candidate-voice-on-its-way')
    api().refuse = undefined
    await current().getByText('还在上传').waitFor({ state: 'detached' })

    const [recording] = api().interview.recordings
    expect(api().interview.pieces.size).to.equal(recording?.clips[0]?.pieces)
  })

  it('is recorded again after a question, on a phone that has no room left', async () => {
    await open(page)
    await phone().page.evaluate(() => {
      ;(window as unknown as { __xz: { setFileQuota(bytes: number): void } }).__xz.setFileQuota(0)
    })
    await toRecording()
    await until(() => api().interview.pieces.has('1/1/1'))
    await button(/^重录一次/).tap()
    await shown('重新录一遍？')
    await phone().screenshot('candidate-voice-again')
    await press('重新录')
    await until(() => api().interview.pieces.has('2/1/1'))
    await button('回答完毕').tap()
    await button('看第 2 题').waitFor()

    expect(api().interview.recordings.map(({ take }) => take)).to.deep.equal([2])
  })
})
