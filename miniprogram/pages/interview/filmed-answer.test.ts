import { expect } from 'chai'
import { InterviewPhone, settled } from '../../../test/builders/interview-phone.js'
import { frameAt } from '../../../test/builders/miniprogram-frame.js'
import { questionsToFilm } from '../../../test/fakes/candidate-samples.js'
import { fakeInterview } from '../../../test/fakes/fake-interview.js'
import { toView } from './interview-view.js'

describe('an answer by video on the phone', () => {
  let bench: InterviewPhone

  beforeEach(async () => {
    bench = new InterviewPhone()
    bench.server = fakeInterview(() => bench.now, questionsToFilm())
    await bench.runner.shown()
    await bench.runner.start()
    await bench.runner.next()
  })

  const view = () => toView(bench.runner.state, frameAt(), bench.now)
  const spoken = () => bench.runner.state.spoken
  const toFilming = () => bench.toRecording('video')
  const clips = () => bench.server.recordings[0]?.clips ?? []
  const arrived = () => [...bench.server.pieces.keys()].sort()

  it('is one of three ways, and the switch leads to either other one', async () => {
    expect(view()).to.include({ secondary: '换个方式作答', secondaryAct: 'switch-way' })
    await bench.switchWay('video')
    expect(view().ring).to.include({ way: '视频作答 · 2 分钟', guide: '先想清楚要点，倒计时结束后开始录像' })
    await bench.runner.begin()

    expect(view()).to.include({ screen: 'video', secondary: '换个方式作答' })
    expect(view().spoken).to.include({ time: '2:00', isCameraOn: true, isRecording: true })
    await bench.switchWay('voice')
    expect(view().screen).to.equal('voice')
    expect([bench.camera.isRunning, bench.recorder.isRunning, bench.camera.left()]).to.deep.equal([false, true, 0])
  })

  it('goes on clip after clip without a tap, and its picture stays', async () => {
    await toFilming()
    await bench.pass(65_000)
    expect([bench.camera.starts, bench.camera.isRunning]).to.deep.equal([3, true])
    expect(view().spoken).to.include({ isCameraOn: true, isRecording: true })
    await bench.runner.finish()

    expect(bench.server.answers).to.deep.equal([''])
    expect(clips().map(({ pieces }) => pieces)).to.deep.equal([2, 2, 2])
    expect(clips().map(({ durationMs }) => durationMs)).to.deep.equal([29_000, 29_000, 7_000])
    expect(arrived()).to.deep.equal(['1/1/1', '1/1/2', '1/2/1', '1/2/2', '1/3/1', '1/3/2'])
    expect([bench.files.held.size, bench.camera.left()]).to.deep.equal([0, 0])
    expect(view().screen).to.equal('rest')
  })

  it('takes the file of a phone that ends a clip by itself', async () => {
    await toFilming()
    await bench.pass(28_500)
    bench.camera.endsByItself()
    await bench.pass(1_000)

    expect(spoken()).to.deep.include({ phase: 'still', why: 'away' })
    await bench.runner.recordOn()
    bench.now += 30_000 // its timer never fired
    bench.camera.endsByItself()
    await bench.pass(1_000)
    expect(spoken().phase).to.equal('recording')
    expect(spoken().clips.map(({ durationMs }) => durationMs)).to.deep.equal([28_500, 30_000])
  })

  it('does not end by silence, and may be recorded again before its first clip is over', async () => {
    await toFilming()
    await bench.pass(10_000)
    expect(view()).to.include({ secondary: '', again: '重录一次（还可 1 次）', sent: '' })
    await bench.runner.recordAgain()
    await bench.runner.finish()
    await bench.pass(5_000)
    expect(view().again).to.equal('')
    await bench.runner.finish()

    expect(bench.server.recordings[0]).to.nested.include({ take: 2, 'clips.length': 1 })
    expect(arrived()).to.deep.equal(['2/1/1', '2/1/2'])
  })

  it('keeps what was filmed before a call in the middle, says so, and goes on as the next clip', async () => {
    await toFilming()
    await bench.pass(12_000)
    bench.camera.call()
    await settled()
    expect(view().banner).to.deep.equal({
      safe: '前面录的 12 秒都在。',
      next: '通话占用了麦克风，录像停在这里。通话结束后点「继续录像」接着说，时间照走。',
    })
    expect(view().primary).to.include({ label: '继续录像', act: 'record' })
    expect(view().spoken).to.include({ isCameraOn: false, picture: '摄像头已关闭' })
    await bench.runner.recordOn()
    await bench.pass(4_000)
    await bench.runner.finish()

    expect(clips().map(({ durationMs }) => durationMs)).to.deep.equal([12_000, 4_000])
    expect(bench.server.recordings[0]?.take).to.equal(1)
  })

  it('stops with the page, and with the camera, and tells which of both', async () => {
    await toFilming()
    await bench.pass(4_000)
    bench.camera.taken()
    await settled()
    expect(view().banner?.next).to.contain('摄像头被别的应用占用了')
    await bench.runner.recordOn()
    await bench.pass(4_000)
    bench.camera.gives = 'late'
    bench.camera.taken()
    await bench.runner.hidden()
    bench.camera.endsByItself()
    await bench.runner.shown()

    expect(spoken()).to.nested.include({ why: 'away', 'clips.length': 2 })
  })

  it('has its lost last clip recorded again, in the same take', async () => {
    await toFilming()
    await bench.pass(35_000)
    bench.camera.gives = 'nothing'
    const finishing = bench.runner.finish()
    await bench.pass(9_000)
    await finishing
    expect(bench.server.recordings).to.have.length(0)
    expect(view()).to.include({ screen: 'video', secondary: '回答完毕' })
    expect(view().banner).to.deep.equal({
      safe: '前面录的 29 秒都在。',
      next: '最后一段没能录下来。点下面的按钮，把那一段再说一遍。不算重录，时间照走。',
    })
    bench.camera.gives = 'file'
    await bench.runner.recordOn()
    await bench.pass(6_000)
    expect(view().again).to.equal('重录一次（还可 1 次）')
    await bench.runner.finish()

    expect(bench.server.recordings[0]).to.nested.include({ take: 1, 'clips.length': 2 })
    expect(arrived()).to.deep.equal(['1/1/1', '1/1/2', '1/2/1', '1/2/2'])
  })

  it('goes out without its lost last clip when that is wanted', async () => {
    await toFilming()
    await bench.pass(35_000)
    bench.camera.gives = 'empty'
    await bench.runner.finish()
    expect(view().banner?.next).to.contain('最后一段没能录下来')
    await bench.runner.finish()

    expect(clips()).to.have.length(1)
    expect(bench.camera.left()).to.equal(1) // an empty file is nobody's answer, and WeChat's to clear
  })

  it('tells of a clip that was lost while the next one runs, without stopping', async () => {
    await toFilming()
    bench.camera.gives = 'empty'
    await bench.pass(30_000)
    bench.camera.gives = 'file'
    expect(view().spoken).to.include({ isRecording: true })
    expect(view().spoken.notice).to.contain('有一段没能留下')
    await bench.pass(4_000)
    await bench.runner.finish()

    expect(clips()).to.have.length(1)
    expect(arrived()).to.deep.equal(['1/1/1', '1/1/2'])
  })

  it('is handed in whole when the clock runs out while a clip is being kept', async () => {
    await toFilming()
    await bench.pass(100_000)
    bench.camera.isSlow = true
    await bench.pass(24_000)
    expect(bench.server.recordings).to.have.length(0)
    bench.camera.letGo()
    await bench.pass(2_000)

    expect(clips()).to.have.length(5)
    expect(clips().at(-1)?.durationMs).to.be.within(3_000, 5_000)
    expect(view()).to.include({ screen: 'rest', notice: '上一题时间到了，你的回答都已保存。' })
    expect(arrived()).to.have.length(10)
  })

  it('films nobody any more once it is handed in, while it waits for the network', async () => {
    await toFilming()
    await bench.pass(5_000)
    bench.isOnline = false
    await bench.runner.connection(false)
    await bench.runner.finish()

    expect(view().banner?.next).to.equal('这道题已记下，连上后会自动提交。')
    expect([view().spoken.isCameraOn, bench.camera.isRunning]).to.deep.equal([false, false])
    bench.isOnline = true
    await bench.runner.connection(true)
    await bench.pass(5_000)
    expect([view().screen, arrived()]).to.deep.equal(['rest', ['1/1/1', '1/1/2']])
  })

  it('is kept in memory on a full phone, and sent from there', async () => {
    bench.files.write = async () => 'full'
    await toFilming()
    bench.isOnline = false
    await bench.pass(30_000)
    expect(view().spoken.notice).to.contain('手机存储满了')
    bench.isOnline = true
    await bench.pass(3_000)
    await bench.runner.finish()
    await bench.pass(5_000)

    expect(clips()).to.have.length(2)
    expect(arrived()).to.have.length(4)
  })

  it('goes on after the app was killed in the middle of a clip: what was kept counts, no take is used', async () => {
    await toFilming()
    bench.isOnline = false
    await bench.pass(40_000)
    bench.isOnline = true
    await bench.killed()
    expect(view().screen).to.equal('video')
    expect(view().banner).to.deep.equal({
      safe: '前面录的 29 秒都在。',
      next: '小程序重新打开了，关掉时正在录的那一段没能留下。点下面的按钮，从那里接着说。不算重录，时间照走。',
    })
    await bench.runner.recordOn()
    await bench.pass(5_000)
    expect(view().again).to.equal('重录一次（还可 1 次）')
    await bench.runner.finish()
    await bench.pass(5_000)

    expect(bench.server.recordings[0]).to.nested.include({ take: 1, 'clips.length': 2 })
    expect(arrived()).to.deep.equal(['1/1/1', '1/1/2', '1/2/1', '1/2/2'])
    expect(bench.files.held.size).to.equal(0)
  })

  it('does not begin by itself after it was killed in its first clip', async () => {
    await toFilming()
    await bench.pass(10_000)
    await bench.killed()
    expect(bench.camera.isRunning).to.equal(false)
    expect(view().banner?.next).to.contain('关掉时正在录的那一段没能留下')
    expect(view()).to.include({ secondary: '换个方式作答' })
    expect(view().primary.label).to.equal('开始录像')
  })

  it('asks for smaller clips from a phone that makes large ones', async () => {
    bench.camera.pieces = Array.from({ length: 30 }, () => 256 * 1024)
    await toFilming()
    await bench.pass(59_000)

    expect(bench.camera.smaller).to.deep.equal([false, true])
  })

  it('says so where the camera does not open, and where it is not allowed', async () => {
    bench.camera.fault = 'broken'
    await toFilming()
    expect(view().banner?.next).to.contain('摄像头没有响应')
    expect(view().secondary).to.equal('换个方式作答')
    bench.leave = 'refused'
    await bench.runner.recordOn()

    expect(view().banner?.next).to.contain('摄像头或麦克风还没有打开')
    expect(view().primary).to.include({ label: '打开摄像头和麦克风', act: 'open-settings' })
  })

  it('asks before an answer goes out of which nothing was filmed', async () => {
    await toFilming()
    bench.camera.gives = 'nothing'
    const finishing = bench.runner.finish()
    await bench.pass(9_000)
    await finishing

    expect(view().banner?.safe).to.equal('前面的回答都在。')
    expect(view()).to.include({ secondary: '换个方式作答' })
    expect(bench.server.recordings).to.deep.equal([])
  })

  it('leaves room for a long question, and then shows its time above it', async () => {
    await toFilming()
    expect([view().spoken.isSmall, view().progress.timeLeft]).to.deep.equal([false, ''])
    const step = bench.runner.state.interview?.step
    if (step?.kind !== 'answering') throw new Error('nothing is asked')
    const stem = { zh: '很长的题目'.repeat(12), en: 'A long one. '.repeat(12) }
    bench.server.step = { ...step, question: { ...step.question, stem } }
    await bench.pass(5_500)

    expect([view().spoken.isSmall, view().spoken.brief]).to.deep.equal([true, '正在录像'])
    expect(view().progress.timeLeft).to.equal('剩余 1:55')
  })
})
