import { expect } from 'chai'
import type { ClipListener as CameraListener } from '../platform/camera.js'
import { cameraOpensMs, clipWaitMs, videoClipMs } from '../config.js'
import { ClipRecorder, type FilmEnd, type MadeClip } from './clip-recorder.js'

const settled = () =>
  new Promise((resolve) => {
    setImmediate(resolve)
  })

class Bench {
  nowMs = 0
  phone: CameraListener | undefined
  asked: string[] = []
  removed: string[] = []
  ends: (FilmEnd | 'lost')[] = []
  made: MadeClip[] = []
  private timers: { dueMs: number; act: () => void }[] = []

  film = new ClipRecorder(
    {
      camera: {
        listen: (listener) => {
          this.phone = listener ?? this.phone
        },
        start: () => this.asked.push('start'),
        stop: () => this.asked.push('stop'),
      },
      files: {
        read: async (path) => (path === 'gone' ? undefined : [new ArrayBuffer(3)]),
        remove: (path) => void this.removed.push(path),
      },
      stopwatchMs: () => this.nowMs,
      later: (ms, act) => {
        const timer = { dueMs: this.nowMs + ms, act }
        this.timers.push(timer)
        return () => {
          this.timers = this.timers.filter((one) => one !== timer)
        }
      },
    },
    {
      started: () => undefined,
      runs: () => undefined,
      ended: (why) => this.ends.push(why),
      made: async (clip) => void this.made.push(clip),
      lost: () => this.ends.push('lost'),
    },
  )

  async pass(ms: number): Promise<void> {
    this.nowMs += ms
    for (const timer of this.timers.filter(({ dueMs }) => dueMs <= this.nowMs)) {
      this.timers = this.timers.filter((one) => one !== timer)
      timer.act()
    }
    await settled()
  }
}

describe('filming a clip', () => {
  let bench: Bench
  beforeEach(() => {
    bench = new Bench()
    bench.film.begin()
  })

  it('lasts until its end was asked for, however late the file comes, and tells how late', async () => {
    bench.phone?.started()
    await bench.pass(5_000)
    void bench.film.end('call')
    await bench.pass(3_000)
    bench.phone?.filmed('late')
    await settled()

    expect(bench.made).to.have.length(1)
    expect(bench.made[0]).to.include({ durationMs: 5_000, endedAgoMs: 3_000 })
    expect([bench.ends, bench.removed]).to.deep.equal([['call'], ['late']])
  })

  it('is asked to end before the phone ends it', async () => {
    bench.phone?.started()
    await bench.pass(videoClipMs)
    expect(bench.asked).to.deep.equal(['start', 'stop'])
    bench.phone?.filmed('one')

    expect(bench.ends).to.deep.equal(['limit'])
  })

  it('is given up where there is never a picture; what begins after that is stopped', async () => {
    const late = bench.phone
    await bench.pass(cameraOpensMs)
    expect(bench.ends).to.deep.equal(['broken'])
    late?.started()
    expect(bench.asked).to.deep.equal(['start', 'stop'])
    late?.filmed('nobody’s')

    expect([bench.removed, bench.made]).to.deep.equal([['nobody’s'], []])
  })

  it('is lost where no file comes, and the next one has nothing of a file that comes later', async () => {
    bench.phone?.started()
    await bench.pass(4_000)
    const late = bench.phone
    void bench.film.end('asked')
    await bench.pass(clipWaitMs)
    expect(bench.ends).to.deep.equal(['asked', 'lost'])
    bench.film.begin()
    bench.phone?.started()
    late?.filmed('late')
    await settled()

    expect([bench.removed, bench.made, bench.film.isBusy()]).to.deep.equal([['late'], [], true])
  })

  it('is lost where its file cannot be read', async () => {
    bench.phone?.started()
    void bench.film.end('asked')
    bench.phone?.filmed('gone')
    await settled()

    expect([bench.ends, bench.film.isBusy()]).to.deep.equal([['asked', 'lost'], false])
  })

  it('leaves nothing behind when it is dropped', async () => {
    bench.phone?.started()
    void bench.film.drop()
    bench.phone?.filmed('dropped')
    await settled()

    expect([bench.removed, bench.made, bench.ends]).to.deep.equal([['dropped'], [], ['asked']])
  })
})
