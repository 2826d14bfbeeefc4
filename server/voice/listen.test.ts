import { Worker } from 'node:worker_threads'
import { expect } from 'chai'
import { bursts, mp3Of, noise, silence, voiceLike } from '../../test/builders/voice-sound.js'
import { decodeMp3 } from './decode-mp3.js'
import { listener, type Heard } from './listen-apart.js'
import { listen } from './listen.js'
import { pausesBetween } from './pauses.js'
import { peaksOf } from './peaks.js'
import { voiceIn } from './voice-activity.js'

const seconds = 13
const spoken = bursts(seconds)
const within = (expected: number, by: number) => [expected - by, expected + by] as const

async function soundOf(samples: Int16Array, mostSeconds = 60): Promise<Int16Array> {
  const decoded = await decodeMp3(mp3Of(samples), mostSeconds)
  if (decoded.kind !== 'sound') throw new Error(decoded.kind)
  return decoded.samples
}
const measuresIn = (heard: Heard) => (heard.kind === 'listened' ? heard.measures : heard.kind)

describe('a recording that is listened to', function () {
  this.timeout(60_000)
  const voice = new Map<number, Buffer>()
  const voiceAt = (hz: number) => {
    const mp3 = voice.get(hz) ?? mp3Of(voiceLike({ seconds, bursts: spoken, hz }))
    voice.set(hz, mp3)
    return mp3
  }

  it('has its pauses where they are, within a tenth of a second', async () => {
    const decoded = await decodeMp3(voiceAt(150), 60)
    const pauses = pausesBetween(await voiceIn(decoded.kind === 'sound' ? decoded.samples : new Int16Array()))

    expect(pauses).to.have.length(spoken.length - 1)
    for (const [at, { fromSeconds, toSeconds }] of pauses.entries()) {
      expect(fromSeconds).to.be.within(...within(spoken[at]!.toSeconds, 0.1))
      expect(toSeconds).to.be.within(...within(spoken[at + 1]!.fromSeconds, 0.1))
    }
  })

  for (const hz of [110, 220])
    it(`has its pitch within three percent, and its figures: ${hz} Hz`, async () => {
      const measures = measuresIn(await listen({ clips: [voiceAt(hz)], wantsMeasures: true }))
      if (typeof measures !== 'object') throw new Error(measures)

      expect(measures.pitch.medianHz).to.be.within(...within(hz, hz * 0.03))
      expect(measures.pitch.rangeSemitones).to.be.within(3, 4.2)
      expect(measures.pauses.count).to.equal(spoken.length - 1)
      expect(measures.pauses.longestSeconds).to.be.within(...within(0.8, 0.1))
      expect(measures.pauses.share).to.be.within(...within((3 * 0.8) / (4 * 2.4 + 3 * 0.8), 0.03))
      expect(measures.speechSeconds).to.be.within(...within(4 * 2.4, 0.5))
      expect(measures.loudnessRangeDb).to.be.within(5, 15)
    })

  it('has nothing to measure where nobody speaks: silence, hiss, and hiss that is loud', async () => {
    for (const sound of [silence(4), noise(6, 200), noise(6)])
      expect(measuresIn(await listen({ clips: [mp3Of(sound)], wantsMeasures: true }))).to.equal('no-voice')
  })

  it('is not looked at for how it was spoken unless that is wanted', async () => {
    const heard = await listen({ clips: [voiceAt(150)], wantsMeasures: false })

    expect(heard).to.have.all.keys('kind', 'peaks')
  })

  it('has the pauses of each clip, and none between two', async () => {
    const one = mp3Of(voiceLike({ seconds: 5, bursts: [{ fromSeconds: 1, toSeconds: 3 }], hz: 150 }))
    const measures = measuresIn(await listen({ clips: [one, one], wantsMeasures: true }))

    expect(measures).to.have.nested.include({ 'pauses.count': 0, 'pauses.longestSeconds': 0 })
  })

  it('is drawn by a few hundred numbers, high where it is loud, all of its clips in one measure', async () => {
    const loud = await soundOf(voiceLike({ seconds: 4, bursts: [{ fromSeconds: 1, toSeconds: 3 }], hz: 150 }))
    const quiet = loud.map((sample) => sample / 4)
    const [first, second] = peaksOf([loud, quiet])

    expect([first!.length, second!.length]).to.deep.equal([150, 150])
    expect(Math.max(...first!)).to.equal(100)
    expect(Math.max(...second!)).to.be.within(24, 26)
    expect(Math.max(...first!.slice(0, 30))).to.be.below(10)
    expect(Math.max(...peaksOf([silence(2)])[0]!)).to.equal(0)
  })

  it('is not measured where it is not what it says, or goes on for longer than is looked at', async () => {
    for (const bytes of [Buffer.alloc(0), Buffer.alloc(5_000, 7), Buffer.from('WAVE'.repeat(999))])
      expect(await listen({ clips: [bytes], wantsMeasures: true })).to.deep.equal({ kind: 'unreadable' })
    expect(await decodeMp3(voiceAt(150), seconds - 1)).to.deep.equal({ kind: 'too-long' })
  })

  it('lasts as long in whatever rate it was recorded', async () => {
    for (const rate of [44_100, 48_000, 8_000]) {
      const decoded = await decodeMp3(mp3Of(noise(3), { rate }), 60)
      const samples = decoded.kind === 'sound' ? decoded.samples.length : 0
      expect(samples / 16_000).to.be.within(...within((3 * 16_000) / rate, 0.3))
    }
  })
})

describe('listening in a thread of its own', function () {
  this.timeout(60_000)
  const quiet = { clips: [mp3Of(silence(1))], wantsMeasures: true }
  const failing = (code: string, mostMs = 5_000) =>
    listener({ start: () => new Worker(code, { eval: true, execArgv: [] }), mostMs })

  it('leaves this thread free, and gives what it gives here', async () => {
    let turns = 0
    const ticking = setInterval(() => (turns += 1), 10)
    const heard = await listener()(quiet)
    clearInterval(ticking)

    expect(turns).to.be.greaterThan(3)
    expect(heard).to.deep.equal(await listen(quiet))
  })

  it('ends with a thread that hangs or dies, and the next one is listened to', async () => {
    const told = (asked: Promise<unknown>) => asked.catch((error: Error) => error.message)

    expect(await told(failing('for (;;);', 100)(quiet))).to.contain('said nothing')
    expect(await told(failing('process.exit(1)')(quiet))).to.contain('ended with code 1')
    let calls = 0
    const listenNext = listener({
      start: () =>
        new Worker(calls++ === 0 ? 'process.exit(1)' : 'require("worker_threads").parentPort.postMessage(7)', {
          eval: true,
          execArgv: [],
        }),
    })
    const [first, second] = [told(listenNext(quiet)), listenNext(quiet)]
    expect([await first, await second]).to.deep.equal(['a thread ended with code 1 and said nothing', 7])
  })
})
