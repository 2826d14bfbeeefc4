import { expect } from 'chai'
import { FakeRecorder } from '../../../test/fakes/fake-recorder.js'
import type { MicrophoneLeave } from '../../platform/microphone.js'
import { MicrophoneTrial } from './microphone-trial.js'
import { roomOf, untriedMicrophone, type MicrophonePart } from './microphone-state.js'
import { levelDbOf } from './sound-level.js'

/** An eighth of a second of a tone of that loudness. */
const pcm = (db: number): ArrayBuffer => {
  const amplitude = 32_767 * 10 ** (db / 20)
  return Int16Array.from({ length: 2_048 }, (_, at) => (at % 2 === 0 ? amplitude : -amplitude)).buffer
}
const frameMs = 128
/** Two frames of 48 kbit/s at 16 kHz, the first with numbers in it: what a voice sounds like in mp3. */
const mp3 = (): ArrayBuffer => {
  const bytes = new Uint8Array(432)
  for (const at of [0, 216]) bytes.set([0xff, 0xf3, 0x68, 0xc4, 0, 0x3f, 0xf8], at)
  return bytes.buffer
}

describe('trying the microphone', () => {
  let recorder: FakeRecorder
  let leave: MicrophoneLeave
  let nowMs: number
  let timers: { at: number; act: () => void }[]
  let part: MicrophonePart
  let trial: MicrophoneTrial
  beforeEach(() => {
    recorder = new FakeRecorder()
    leave = 'given'
    nowMs = 0
    timers = []
    part = untriedMicrophone
    const ask = () => Promise.resolve(leave)
    trial = new MicrophoneTrial({
      recorder,
      nowMs: () => nowMs,
      later: (ms, act) => {
        const timer = { at: nowMs + ms, act }
        timers.push(timer)
        return () => void (timers = timers.filter((one) => one !== timer))
      },
      askForMicrophone: ask,
      openMicrophoneSettings: ask,
      changed: (next) => (part = next),
    })
  })

  function pass(ms: number): void {
    const end = nowMs + ms
    for (let next = due(end); next; next = due(end)) {
      timers = timers.filter((one) => one !== next)
      nowMs = Math.max(nowMs, next.at)
      next.act()
    }
    nowMs = end
  }
  const due = (end: number) => timers.filter(({ at }) => at <= end).sort((one, other) => one.at - other.at)[0]
  function hear(...sounds: ArrayBuffer[]): void {
    for (const sound of sounds) {
      pass(frameMs)
      recorder.sound(sound)
    }
  }
  const times = (count: number, sound: ArrayBuffer) => Array.from({ length: count }, () => sound)

  it('hears a voice that stands out of the room, and lets the microphone go', async () => {
    await trial.try()
    hear(...times(16, pcm(-60)))
    expect(part.phase).to.equal('listening')
    hear(...times(5, pcm(-25)))

    expect([part.verdict, roomOf(part)]).to.deep.equal(['heard', 'quiet'])
    expect([recorder.isRunning, recorder.forms]).to.deep.equal([false, ['levels']])
  })

  it('is not taken in by a knock, and says so when nothing more came', async () => {
    await trial.try()
    hear(...times(30, pcm(-60)), pcm(-10), pcm(-12))
    expect(part.phase).to.equal('listening')
    pass(10_000)

    expect([part.verdict, recorder.isRunning]).to.deep.equal(['silent', false])
  })

  it('tells noise in which no voice is from silence, and a loud room from a quiet one', async () => {
    await trial.try()
    hear(...times(90, pcm(-30)))
    expect(part.verdict).to.equal('drowned')
    await trial.try()
    hear(...times(15, pcm(-30)), ...times(6, pcm(-10)))

    expect([part.verdict, roomOf(part)]).to.deep.equal(['heard', 'noisy'])
  })

  for (const givesLevels of ['refused', 'nothing'] as const)
    it(`goes on in mp3 where the phone’s plain sound is ${givesLevels}, and leaves the room out`, async () => {
      recorder.givesLevels = givesLevels
      await trial.try()
      pass(givesLevels === 'nothing' ? 3_000 : 0)
      expect(part).to.include({ phase: 'listening', heardAs: 'mp3' })
      hear(...times(9, mp3()))
      expect(part.phase).to.equal('listening')
      hear(...times(12, mp3()))

      expect([part.verdict, roomOf(part)]).to.deep.equal(['heard', 'unknown'])
      expect([recorder.forms, recorder.isRunning]).to.deep.equal([['levels', 'mp3'], false])
    })

  it('says so when the recorder gives nothing in either way, or does not begin at all', async () => {
    recorder.givesLevels = 'nothing'
    await trial.try()
    pass(20_000)
    expect([part.verdict, recorder.forms]).to.deep.equal(['silent', ['levels', 'mp3']])
    recorder.givesLevels = 'given'
    recorder.fault = 'broken'
    await trial.try()

    expect(part.verdict).to.equal('broken')
  })

  it('is over at once where the microphone is refused, and begins once the settings allow it', async () => {
    leave = 'refused'
    await trial.try()
    expect([part.verdict, recorder.starts]).to.deep.equal(['refused', 0])
    await trial.openSettings()
    expect(part.verdict).to.equal('refused')
    leave = 'given'
    await trial.openSettings()

    expect(part.phase).to.equal('listening')
  })

  it('ends with a call, and with the page', async () => {
    await trial.try()
    recorder.call()
    expect([part.verdict, recorder.isRunning]).to.deep.equal(['broken', false])
    await trial.try()
    trial.leave()
    pass(20_000)

    expect([part, recorder.isRunning]).to.deep.equal([untriedMicrophone, false])
  })

  it('does not begin for a page that was left while it was asked', async () => {
    const trying = trial.try()
    trial.leave()
    await trying

    expect([part.phase, recorder.starts]).to.deep.equal(['untried', 0])
  })

  it('reads loudness off the numbers', () => {
    expect(levelDbOf(pcm(-20))).to.be.closeTo(-20, 0.1)
    expect(levelDbOf(new ArrayBuffer(64))).to.equal(-100)
    expect(levelDbOf(new ArrayBuffer(1))).to.equal(undefined)
  })
})
