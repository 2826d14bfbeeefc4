import { expect } from 'chai'
import { frameAt } from '../../../test/builders/miniprogram-frame.js'
import { FakeRecorder } from '../../../test/fakes/fake-recorder.js'
import { memoryFiles } from '../../../test/fakes/memory-files.js'
import { practiceFile, practiceMs } from '../../config.js'
import type { MicrophoneLeave } from '../../platform/microphone.js'
import { PracticeRunner } from './practice-runner.js'
import { toView } from './practice-view.js'

const second = 1_000

describe('the practice question', () => {
  let recorder: FakeRecorder
  let files: ReturnType<typeof memoryFiles>
  let leave: MicrophoneLeave
  let nowMs: number
  let tick: (() => void) | undefined
  let played: string[]
  let endPlaying: (isHeard: boolean) => void
  let runner: PracticeRunner
  beforeEach(() => {
    recorder = new FakeRecorder()
    files = memoryFiles()
    leave = 'given'
    nowMs = 0
    tick = undefined
    played = []
    endPlaying = () => undefined
    runner = begun('one')
  })

  function begun(invitationId: string): PracticeRunner {
    const ask = () => Promise.resolve(leave)
    const player = {
      play: (path: string) =>
        new Promise<void>((resolve, reject) => {
          played.push(path)
          endPlaying = (isHeard) => {
            if (isHeard) resolve()
            else reject(new Error('no sound'))
          }
        }),
      stop: () => endPlaying(true),
    }
    return new PracticeRunner(
      {
        recorder,
        player,
        files,
        pathOf: (name) => `phone/${name}`,
        stopwatchMs: () => nowMs,
        later: () => () => undefined,
        every: (_, act) => {
          tick = act
          return () => void (tick = undefined)
        },
        askForMicrophone: ask,
        openMicrophoneSettings: ask,
        render: () => undefined,
      },
      invitationId,
    )
  }

  const view = () => toView(runner.state, frameAt())
  const settled = () =>
    new Promise((resolve) => {
      setImmediate(resolve)
    })
  async function speak(seconds: number): Promise<void> {
    nowMs += seconds * second
    recorder.say(seconds * 3)
    tick?.()
    await settled()
  }
  async function recorded(): Promise<void> {
    await runner.record()
    await speak(4)
    await runner.stop()
    await settled()
  }

  it('is recorded as the interview records, heard, and recorded again', async () => {
    expect(view().primary).to.include({ label: '开始录音', act: 'record' })
    await recorded()
    expect([view().time, view().whole]).to.deep.equal(['0:04', '录了 4 秒'])
    expect(recorder.forms).to.deep.equal(['mp3'])
    const listening = runner.listen()
    expect(view().secondary).to.include({ label: '停下', act: 'stop-listening' })
    endPlaying(true)
    await listening
    expect(played).to.deep.equal([`phone/${practiceFile}`])
    expect(view().primary).to.include({ label: '好了，开始面试', act: 'begin' })
    expect(view().secondary).to.include({ label: '听一听', act: 'listen' })
    expect(view().again).to.equal('再来一次')
    await recorded()

    expect(recorder.starts).to.equal(2)
  })

  it('is kept until the page is left, and no longer', async () => {
    await recorded()
    expect(await files.names()).to.deep.equal([practiceFile])
    await runner.record()
    expect(await files.names()).to.deep.equal([])
    await speak(3)
    await runner.left()
    await settled()

    expect([await files.names(), recorder.isRunning]).to.deep.equal([[], false])
  })

  it('ends by itself after half a minute', async () => {
    await runner.record()
    await speak(practiceMs / second - 1)
    expect(view()).to.include({ time: '0:01', isRecording: true })
    await speak(1)

    expect([runner.state.phase, recorder.isRunning]).to.deep.equal(['recorded', false])
  })

  it('leads on in writing where the microphone is refused, and begins once the settings allow it', async () => {
    leave = 'refused'
    await runner.record()
    expect(view().primary).to.include({ label: '打开麦克风', act: 'open-settings' })
    expect(view().secondary).to.include({ label: '用文字开始面试', act: 'begin' })
    leave = 'given'
    await runner.openSettings()

    expect(recorder.isRunning).to.equal(true)
  })

  it('says why it stopped, and keeps what was said up to there', async () => {
    await runner.record()
    await speak(4)
    recorder.call()
    await settled()
    expect(view().banner?.next).to.contain('通话占用了麦克风')
    expect(runner.state.phase).to.equal('recorded')
    await runner.record()
    await speak(4)
    runner.hidden()
    await settled()

    expect(view().banner?.next).to.contain('刚才离开了这个页面')
  })

  it('says so when nothing came, when the recorder fails and when it cannot be played', async () => {
    await runner.record()
    await runner.stop()
    await settled()
    expect(view().banner?.next).to.contain('没有录到声音')
    recorder.fault = 'broken'
    await runner.record()
    await settled()
    expect(view().banner?.next).to.contain('麦克风没有响应')
    recorder.fault = undefined
    await recorded()
    const listening = runner.listen()
    endPlaying(false)
    await listening

    expect(view().banner?.next).to.contain('放不出来')
    expect(view().primary.act).to.equal('begin')
  })

  it('cannot be heard on a phone without room, which is told, and the interview begins all the same', async () => {
    files.write = () => Promise.resolve('full' as const)
    await recorded()

    expect(view().banner?.next).to.contain('手机存储满了')
    expect(view().secondary.act).to.equal('none')
    expect(view().primary.act).to.equal('begin')
  })

  it('says that it is not scored, not kept and heard by no AI, and leads back where no interview begins', () => {
    runner = begun('')

    expect(view().tag).to.contain('不计分')
    expect(view().kept).to.match(/不保存、不上传.*AI/)
    expect(view().secondary).to.include({ label: '返回邀请', act: 'back' })
  })
})
