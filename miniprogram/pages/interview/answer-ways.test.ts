import { expect } from 'chai'
import { InterviewPhone } from '../../../test/builders/interview-phone.js'
import { frameAt } from '../../../test/builders/miniprogram-frame.js'
import { questionsToSpeak } from '../../../test/fakes/candidate-samples.js'
import { fakeInterview } from '../../../test/fakes/fake-interview.js'
import { toView } from './interview-view.js'

describe('the way in which a question is answered', () => {
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

  it('is offered while the question is thought about, and begins with its own time', async () => {
    expect(view()).to.include({ screen: 'thinking', secondary: '换成语音作答' })
    expect(view().ring.way).to.equal('文字作答 · 6 分钟')
    await bench.switchWay()
    expect(view().secondary).to.equal('换成文字作答')
    expect(view().ring).to.include({ way: '语音作答 · 2 分钟', guide: '先想清楚要点，倒计时结束后开始录音' })
    await bench.runner.begin()

    expect(view()).to.include({ screen: 'voice', secondary: '换成文字作答' })
    expect(view().spoken).to.include({ time: '2:00', whole: '剩余时间 · 共 2 分钟', isRecording: true })
    expect(view().progress.timeLeft).to.equal('')
    expect(bench.recorder.starts).to.equal(1)
  })

  it('begins by voice also when the time to think runs out', async () => {
    await bench.switchWay()
    await bench.pass(61_500)

    expect(view().screen).to.equal('voice')
    expect(bench.recorder.isRunning).to.equal(true)
  })

  it('is changed to from writing while nothing is written, and back while nothing was said', async () => {
    await bench.runner.begin()
    expect(view()).to.include({ screen: 'text', secondary: '换成语音作答' })
    await bench.runner.edit('写')
    expect(view().secondary).to.equal('')
    await bench.runner.edit('')
    await bench.switchWay()
    expect(view()).to.include({ screen: 'voice' })
    expect(view().spoken.time).to.equal('2:00')
    bench.recorder.say(1)
    await bench.switchWay()

    expect(view()).to.include({ screen: 'text' })
    expect(bench.recorder.isRunning).to.equal(false)
    expect(bench.stored?.recording).to.equal(undefined)
    await bench.switchWay()
    expect(spoken().take).to.equal(1)
    await say(4)
    expect([...bench.server.pieces.keys()]).to.deep.equal(['1/1/1'])
  })

  it('says so when the server lets nobody change any more', async () => {
    await bench.runner.begin()
    const { act } = bench.server
    bench.server.act = (name, body) => (name === 'begin' ? 'too-late-for-way' : act(name, body))
    await bench.switchWay()

    expect(view()).to.include({ screen: 'text' })
    expect(view().actFailure?.told).to.contain('不够换一种方式')
  })

  it('does not begin where the microphone is refused: the time to think goes on, and writing is offered', async () => {
    bench.leave = 'refused'
    await toRecording()
    expect(view()).to.include({ screen: 'thinking', secondary: '换成文字作答' })
    expect(view().primary).to.include({ label: '打开麦克风', act: 'open-settings' })
    expect(view().banner?.next).to.contain('麦克风还没有打开')
    await bench.switchWay()
    await bench.runner.begin()

    expect(view()).to.include({ screen: 'text', banner: null })
  })

  it('begins once the microphone was allowed in the settings', async () => {
    bench.leave = 'refused'
    await toRecording()
    bench.leave = 'given'
    await bench.runner.openSettings()
    expect(view().primary.label).to.equal('我想好了，开始作答')
    await bench.runner.begin()

    expect(bench.recorder.isRunning).to.equal(true)
  })
})
