import { expect } from 'chai'
import type { RecorderListener } from '../platform/recorder.js'
import { TakeRecorder, type ClipEnd, type MadePiece } from './take-recorder.js'

class Bench {
  phone: RecorderListener | undefined
  asked: string[] = []
  pieces: MadePiece[] = []
  ends: ClipEnd[] = []
  sound: (boolean | undefined)[] = []
  nowMs = 0
  later: (() => void)[] = []

  take = new TakeRecorder(
    {
      recorder: {
        listen: (listener) => {
          this.phone = listener
        },
        start: () => this.asked.push('start'),
        stop: () => this.asked.push('stop'),
      },
      stopwatchMs: () => this.nowMs,
      later: (_ms, act) => {
        this.later.push(act)
        return () => undefined
      },
    },
    {
      started: () => undefined,
      heard: (isSound) => this.sound.push(isSound),
      piece: (piece) => this.pieces.push(piece),
      ended: (why) => this.ends.push(why),
    },
  )

  /** A third of a second. */
  say(frames: number): void {
    for (let frame = 0; frame < frames; frame += 1) {
      this.nowMs += 341
      this.phone?.frame(new ArrayBuffer(2_048), false)
    }
  }

  stop(lastBytes = 100): void {
    this.phone?.frame(new ArrayBuffer(lastBytes), true)
    this.phone?.stopped()
  }

  sizes = () => this.pieces.map(({ clip, piece, bytes }) => `${clip}/${piece}: ${bytes.byteLength}`)
}

describe('recording a take', () => {
  let bench: Bench
  beforeEach(() => {
    bench = new Bench()
    bench.take.begin(1)
    bench.phone?.started()
  })

  it('makes a piece of about three seconds at a time, and the rest at the end', async () => {
    bench.say(20)
    const ended = bench.take.end('asked')
    bench.stop()
    await ended

    expect(bench.sizes()).to.deep.equal(['1/1: 18432', '1/2: 18432', '1/3: 4196'])
    expect(bench.pieces.map(({ durationMs }) => durationMs)).to.deep.equal([3_069, 6_138, 6_820])
    expect(bench.ends).to.deep.equal(['asked'])
  })

  it('takes the last frame also when it comes after the end', async () => {
    bench.say(1)
    const ended = bench.take.end('asked')
    bench.phone?.stopped()
    expect(bench.ends).to.deep.equal([])
    bench.phone?.frame(new ArrayBuffer(7), true)
    await ended

    expect(bench.sizes()).to.deep.equal(['1/1: 2055'])
  })

  it('is over after a moment when no last frame comes', async () => {
    bench.say(1)
    const ended = bench.take.end('asked')
    bench.phone?.stopped()
    bench.later.at(-1)?.()
    await ended

    expect(bench.sizes()).to.deep.equal(['1/1: 2048'])
  })

  it('hands on at once what there is when the page goes away', () => {
    bench.say(2)
    void bench.take.end('away')

    expect(bench.sizes()).to.deep.equal(['1/1: 4096'])
  })

  it('ends its clip at a call, and begins the next one as the next', async () => {
    bench.say(2)
    bench.phone?.interrupted()
    bench.stop()
    await bench.take.end('asked')
    bench.take.begin(2)
    bench.phone?.started()
    bench.say(1)
    bench.stop()

    expect(bench.asked).to.deep.equal(['start', 'stop', 'start'])
    expect(bench.sizes()).to.deep.equal(['1/1: 4096', '1/2: 100', '2/1: 2148'])
    expect(bench.ends).to.deep.equal(['call', 'away'])
  })

  it('keeps what it has when the recorder fails', () => {
    bench.say(1)
    bench.phone?.failed('not-allowed')

    expect(bench.sizes()).to.deep.equal(['1/1: 2048'])
    expect(bench.ends).to.deep.equal(['not-allowed'])
  })

  it('tells the recorder’s own limit from being sent to the background', () => {
    bench.nowMs = 599_500
    bench.stop()

    expect(bench.ends).to.deep.equal(['limit'])
  })

  it('leaves nothing behind of what is dropped, nor of what is too short to be a sound', async () => {
    bench.say(2)
    const dropped = bench.take.drop()
    bench.stop()
    await dropped
    bench.take.begin(1)
    bench.phone?.started()
    bench.stop(400)

    expect(bench.sizes()).to.deep.equal([])
    expect(bench.ends).to.deep.equal(['asked', 'away'])
  })

  it('does not begin twice', () => {
    bench.take.begin(2)

    expect(bench.asked).to.deep.equal(['start'])
  })
})
