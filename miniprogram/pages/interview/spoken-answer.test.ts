import { expect } from 'chai'
import { InterviewPhone, settled } from '../../../test/builders/interview-phone.js'
import { frameAt } from '../../../test/builders/miniprogram-frame.js'
import { questionsToSpeak } from '../../../test/fakes/candidate-samples.js'
import { fakeInterview } from '../../../test/fakes/fake-interview.js'
import { toView } from './interview-view.js'

describe('an answer by voice on the phone', () => {
  let bench: InterviewPhone

  beforeEach(async () => {
    bench = new InterviewPhone()
    bench.server = fakeInterview(() => bench.now, questionsToSpeak())
    await bench.runner.shown()
    await bench.runner.start()
    await bench.runner.next()
  })

  const view = () => toView(bench.runner.state, frameAt(), bench.now)
  const spoken = () => bench.runner.state.spoken
  const toRecording = () => bench.toRecording()
  const say = (seconds: number) => bench.say(seconds)
  const restart = () => bench.killed()

  it('is sent while it is spoken, and handed in without a text', async () => {
    await toRecording()
    await say(10)
    expect(view()).to.include({ secondary: '', again: '重录一次（还可 1 次）', sent: '已上传 100%' })
    await bench.runner.finish()

    expect(bench.server.answers).to.deep.equal([''])
    expect(bench.server.recordings).to.have.length(1)
    const [{ take, clips } = { take: 0, clips: [] }] = bench.server.recordings
    expect([take, clips.map(({ pieces }) => pieces)]).to.deep.equal([1, [4]])
    expect(clips[0]?.durationMs).to.be.within(9_000, 11_000)
    expect([...bench.server.pieces.keys()]).to.deep.equal(['1/1/1', '1/1/2', '1/1/3', '1/1/4'])
    expect(view().screen).to.equal('rest')
  })

  it('does not end by silence', async () => {
    await toRecording()
    await bench.pass(60_000)

    expect(bench.recorder.isRunning).to.equal(true)
    expect(view().screen).to.equal('voice')
  })

  it('is handed in at its deadline, with the last of it', async () => {
    await toRecording()
    await say(118)
    bench.recorder.say(2)
    await bench.pass(4_000)

    expect(bench.recorder.isRunning).to.equal(false)
    expect(bench.server.recordings).to.have.length(1)
    expect(view()).to.include({ screen: 'rest', notice: '上一题时间到了，你的回答都已保存。' })
  })

  it('says at once that a call has the microphone, and that it is over', async () => {
    await toRecording()
    await say(5)
    bench.beats = []
    bench.recorder.call()
    await settled()
    const during = bench.beats.map(({ visible, inCall }) => [visible, inCall])
    await bench.runner.recordOn()
    await settled()

    expect(during).to.deep.equal([[true, true]])
    expect(bench.beats.map(({ inCall }) => inCall)).to.deep.equal([true, false])
  })

  it('stands still after a call, says what is safe, and goes on as the next clip of the same take', async () => {
    await toRecording()
    await say(5)
    bench.recorder.call()
    await settled()
    expect(view().banner).to.deep.equal({
      safe: '前面录的 5 秒都在。',
      next: '通话占用了麦克风，录音停在这里。通话结束后点「继续录音」接着说，时间照走。',
    })
    expect(view().primary).to.include({ label: '继续录音', act: 'record' })
    expect(view()).to.include({ secondary: '回答完毕', secondaryAct: 'finish' })
    await bench.runner.recordOn()
    await say(4)
    expect(view().banner).to.equal(null)
    await bench.runner.finish()

    expect(bench.server.recordings[0]?.clips.map(({ pieces }) => pieces)).to.deep.equal([2, 2])
    expect(bench.server.recordings[0]?.take).to.equal(1)
  })

  it('keeps what was said when the page is left, and does not go on by itself', async () => {
    await toRecording()
    await say(2)
    await bench.runner.hidden()
    await bench.runner.shown()

    expect(bench.recorder.isRunning).to.equal(false)
    expect(view().banner?.next).to.contain('刚才离开了这个页面')
    expect(bench.stored?.recording?.clips).to.have.length(1)
  })

  it('goes on after the app was killed in the middle, from what lay on the phone', async () => {
    await toRecording()
    bench.isOnline = false
    await say(7)
    bench.isOnline = true
    await restart()
    expect(view().screen).to.equal('voice')
    expect(view().banner?.safe).to.equal('前面录的 5 秒都在。')
    await bench.runner.recordOn()
    await say(3)
    await bench.runner.finish()
    await bench.pass(5_000)

    expect(bench.server.recordings[0]?.clips.map(({ pieces }) => pieces)).to.deep.equal([2, 1])
    expect([...bench.server.pieces.keys()].sort()).to.deep.equal(['1/1/1', '1/1/2', '1/2/1'])
    expect(bench.files.held.size).to.equal(0)
  })

  it('is handed in late when the app was killed and came back after the deadline', async () => {
    await toRecording()
    await say(4)
    bench.now += 130_000
    await restart()
    await settled()

    expect(bench.server.recordings).to.have.length(1)
    expect(bench.stored).to.equal(undefined)
  })

  it('goes on behind what arrived, where the phone was too full to note it and the app was killed', async () => {
    await toRecording()
    await say(4)
    bench.recorder.call()
    await settled()
    bench.isFull = true
    await bench.runner.recordOn()
    await say(4)
    const arrived = [...bench.server.pieces.keys()]
    await restart()
    await bench.runner.recordOn()
    await say(4)
    bench.isFull = false
    await bench.runner.finish()
    await bench.pass(5_000)

    expect(arrived).to.include('1/2/1')
    expect(bench.server.recordings[0]?.clips).to.have.length(3)
    expect([...bench.server.pieces.keys()]).to.include('1/3/1')
  })

  it('shows in the pause after it how much has arrived, and that it goes on', async () => {
    await toRecording()
    bench.mayUpload = false
    await say(7)
    await bench.runner.finish()
    expect([view().screen, view().progress.line]).to.deep.equal(['rest', '约还需 4 分钟 · 第 1 题已上传 0%'])
    bench.mayUpload = true
    await bench.pass(12_000)

    expect(view().progress.line).to.equal('约还需 4 分钟 · 已自动保存')
  })

  it('says after a permission was taken away how to go on, and not what is no longer offered', async () => {
    await toRecording()
    await say(4)
    await bench.runner.hidden()
    bench.leave = 'refused'
    await bench.runner.shown()
    await bench.runner.recordOn()

    expect(view().banner).to.deep.equal({
      safe: '前面录的 4 秒都在。',
      next: '麦克风被关掉了，录音停在这里。点下面的按钮，在设置里打开，接着说；也可以直接结束。',
    })
    expect(view()).to.include({ secondary: '回答完毕', secondaryAct: 'finish' })
    expect(view().primary.act).to.equal('open-settings')
  })

  it('goes on behind what another phone recorded', async () => {
    await toRecording()
    await say(4)
    bench.stored = undefined
    bench.storedPieces = undefined
    await restart()
    expect(view().banner?.safe).to.equal('前面录的都在。')
    await bench.runner.recordOn()
    await say(3)
    await bench.runner.finish()

    expect(bench.server.recordings[0]).to.nested.include({ take: 1, 'clips.length': 2 })
  })

  it('is recorded again once, after a question, and then the last one counts', async () => {
    await toRecording()
    await say(4)
    await bench.runner.recordAgain()
    expect(view()).to.include({ isAsking: true })
    expect(view().asked.title).to.equal('重新录一遍？')
    expect(bench.recorder.isRunning).to.equal(true)
    await bench.runner.finish()
    await say(4)
    expect(view().again).to.equal('')
    await bench.runner.finish()

    expect(bench.server.recordings).to.have.length(1)
    expect(bench.server.recordings[0]?.take).to.equal(2)
  })

  it('goes on with the same recording for whoever did not mean to begin anew', async () => {
    await toRecording()
    await say(4)
    await bench.runner.recordAgain()
    await bench.runner.keepThinking()

    expect([bench.recorder.isRunning, bench.recorder.starts, spoken().take]).to.deep.equal([true, 1, 1])
  })

  it('says so when the recorder fails, and writing is still possible while nothing was said', async () => {
    bench.recorder.fault = 'broken'
    await toRecording()
    expect(view().banner?.next).to.contain('麦克风没有响应')
    expect(view().secondary).to.equal('换成文字作答')
    await bench.switchWay()

    expect(view()).to.include({ screen: 'text', banner: null })
  })

  it('asks before an answer goes out of which nothing was heard', async () => {
    await toRecording()
    await bench.runner.finish()
    expect(view().asked.title).to.equal('还没有录到声音')
    await bench.runner.keepThinking()
    expect(bench.recorder.isRunning).to.equal(true)
    await bench.runner.finish()
    await bench.runner.finish()

    expect([bench.server.answers, bench.server.recordings]).to.deep.equal([[''], []])
  })

  it('goes on without a network, and tells how much is still to go', async () => {
    await toRecording()
    await say(4)
    bench.isOnline = false
    await bench.runner.connection(false)
    await say(4)
    expect(view().banner).to.deep.equal({
      safe: '你的回答都在，网络断开了。',
      next: '可以接着说，连上后会自动上传（还剩 50%）。',
    })

    expect(bench.recorder.isRunning).to.equal(true)
  })

  it('is handed in before all of it has arrived, and arrives after it', async () => {
    await toRecording()
    await say(4)
    const { pieces } = bench.server
    pieces.clear()
    bench.isOnline = false
    await say(4)
    bench.isOnline = true
    await bench.runner.finish()
    expect(bench.server.recordings).to.have.length(1)
    await bench.pass(5_000)

    expect([...pieces.keys()]).to.deep.equal(['1/1/2', '1/1/3'])
  })

  it('of a phone that was taken over stops at once', async () => {
    await toRecording()
    await say(4)
    bench.server.act('interviews', { deviceKey: 'phone-two', takeOver: true })
    await bench.pass(6_000)

    expect(view().screen).to.equal('taken-over')
    expect(bench.recorder.isRunning).to.equal(false)
  })
})
