import { expect } from 'chai'
import type { TakesForCandidate } from '../../shared/contracts/recordings.js'
import type { Files } from '../platform/files.js'
import { ApiError } from './api-error.js'
import type { PieceIndex, PieceKey } from './piece-index.js'
import { PieceOutbox, type OutgoingPiece } from './piece-outbox.js'

const interviewId = 'c'.repeat(24)
const question = { interviewId, number: 3 }
const take = { ...question, take: 1 }
const key = (piece: number, more: Partial<PieceKey> = {}): PieceKey => ({ ...take, clip: 1, piece, ...more })
const bytesOf = (piece: number) => new Uint8Array([piece]).buffer

const settled = () =>
  new Promise((resolve) => {
    setImmediate(resolve)
  })

/** One phone, whose storage and files outlive its app, and a server. */
class Bench {
  stored: PieceIndex | undefined
  disk = new Map<string, ArrayBuffer>()
  isFull = false
  /** The write of so many pieces and more never comes back. */
  holdsFrom = Infinity
  sent: string[] = []
  fail: ((piece: OutgoingPiece) => ApiError | undefined) | undefined
  held: (() => void)[] | undefined
  has: TakesForCandidate = { takes: [] }
  waits: number[] = []
  waiting: (() => void) | undefined
  most = 0
  private open = 0

  private readonly files: Files = {
    write: async (name, bytes) => {
      if (this.isFull) return 'full'
      if (this.disk.size + 1 >= this.holdsFrom) return new Promise(() => undefined)
      this.disk.set(name, bytes)
      return 'written'
    },
    read: async (name) => this.disk.get(name),
    remove: async (name) => void this.disk.delete(name),
    names: async () => [...this.disk.keys()],
  }

  outbox = this.start()

  start(): PieceOutbox {
    this.waiting = undefined
    this.outbox = new PieceOutbox({
      send: (piece) => this.take(piece),
      arrived: async () => this.has,
      files: this.files,
      kept: {
        read: () => this.stored,
        write: (index) => {
          this.stored = index
        },
      },
      later: (ms, act) => {
        this.waits.push(ms)
        this.waiting = act
        return () => {
          this.waiting = undefined
        }
      },
    })
    return this.outbox
  }

  async wait(): Promise<void> {
    this.waiting?.()
    await settled()
  }

  async release(): Promise<void> {
    for (const go of this.held?.splice(0) ?? []) go()
    await settled()
  }

  private async take(piece: OutgoingPiece): Promise<void> {
    this.open += 1
    this.most = Math.max(this.most, this.open)
    if (this.held)
      await new Promise<void>((resolve) => {
        this.held?.push(resolve)
      })
    this.open -= 1
    this.sent.push(`${piece.take}/${piece.clip}/${piece.piece}`)
    const failure = this.fail?.(piece)
    if (failure) throw failure
  }
}

const offline = new ApiError('offline', 0)

describe('pieces on their way', () => {
  let bench: Bench
  const add = async (...pieces: number[]) => {
    for (const piece of pieces) await bench.outbox.add(key(piece), bytesOf(piece), 'audio/mpeg')
    await settled()
  }

  beforeEach(() => {
    bench = new Bench()
    bench.outbox.wake()
  })

  it('go as they come, and leave nothing on the phone', async () => {
    await add(1, 2)
    bench.outbox.close(take)

    expect(bench.sent).to.deep.equal(['1/1/1', '1/1/2'])
    expect(bench.disk.size).to.equal(0)
    expect(bench.stored).to.equal(undefined)
  })

  it('of a clip go all or none: killed before the last of them is written, nothing is listed and nothing stays', async () => {
    const { outbox } = bench
    outbox.wake()
    await settled()
    const written = bench.disk
    bench.holdsFrom = 2
    void outbox.addAll(
      [1, 2, 3].map((piece) => ({ key: key(piece), bytes: bytesOf(piece) })),
      'video/mp4',
    )
    await settled()
    expect([written.size, bench.sent, bench.stored]).to.deep.equal([1, [], undefined])

    bench.holdsFrom = Infinity
    bench.start().wake()
    await settled()
    expect([written.size, bench.sent]).to.deep.equal([0, []])
  })

  it('go two at a time, and the share that has arrived can be told', async () => {
    bench.held = []
    await add(1, 2, 3, 4, 5)
    expect([bench.most, bench.outbox.percent(question)]).to.deep.equal([2, 0])
    await bench.release()
    expect(bench.outbox.percent(question)).to.equal(40)
    await bench.release()
    await bench.release()

    expect([bench.most, bench.outbox.percent(question)]).to.deep.equal([2, 100])
  })

  it('wait longer and longer while nothing answers, and go at once when the network is back', async () => {
    bench.fail = () => offline
    await add(1)
    await bench.wait()
    await bench.wait()
    expect(bench.waits).to.deep.equal([1_000, 2_000, 4_000])
    bench.fail = undefined
    bench.outbox.hurry()
    await settled()

    expect(bench.sent).to.have.length(4)
    expect(bench.disk.size).to.equal(0)
  })

  it('keep still in the background and go on after it', async () => {
    bench.outbox.rest()
    await add(1)
    expect(bench.sent).to.deep.equal([])
    bench.outbox.wake()
    await settled()

    expect(bench.sent).to.deep.equal(['1/1/1'])
  })

  it('go on after the app was killed, without what the server has', async () => {
    bench.fail = () => offline
    await add(1, 2, 3)
    bench.fail = undefined
    bench.sent = []
    bench.has = { takes: [{ take: 1, clips: [{ clip: 1, pieces: [1] }] }] }
    bench.start().wake()
    await settled()
    await settled()

    expect(bench.sent).to.deep.equal(['1/1/2', '1/1/3'])
    expect(bench.disk.size).to.equal(0)
  })

  it('leave no file behind that no list names', async () => {
    bench.disk.set('piece-of-nobody', bytesOf(1))
    bench.disk.set('something-else', bytesOf(1))
    bench.start().wake()
    await settled()

    expect([...bench.disk.keys()]).to.deep.equal(['something-else'])
  })

  it('stay in memory on a full phone, which is told, and are told as lost when the app is killed then', async () => {
    bench.isFull = true
    bench.fail = () => offline
    await add(1)
    expect([bench.outbox.isFull(), bench.outbox.isLost(question)]).to.deep.equal([true, false])
    bench.start()
    expect([bench.outbox.isFull(), bench.outbox.isLost(question)]).to.deep.equal([false, true])
  })

  it('reach the server from memory, too', async () => {
    bench.isFull = true
    await add(1)

    expect([bench.sent, bench.outbox.isFull()]).to.deep.equal([['1/1/1'], false])
  })

  it('go again when they were hurt on their way', async () => {
    let tries = 0
    bench.fail = () => (++tries === 1 ? new ApiError('wrong-hash', 422) : undefined)
    await add(1)
    await bench.wait()

    expect(bench.sent).to.deep.equal(['1/1/1', '1/1/1'])
    expect(bench.outbox.isLost(question)).to.equal(false)
  })

  it('are given up when the server takes no more of the take, which is told', async () => {
    bench.held = []
    await add(1, 2, 3)
    bench.fail = () => new ApiError('recording-closed', 409)
    await bench.release()

    expect(bench.sent).to.deep.equal(['1/1/1', '1/1/2'])
    expect([bench.outbox.isLost(question), bench.outbox.waiting().length, bench.disk.size]).to.deep.equal([true, 0, 0])
  })

  it('are told as lost when their file is gone', async () => {
    bench.outbox.rest()
    await add(1, 2)
    bench.disk.delete([...bench.disk.keys()][0] as string)
    bench.outbox.wake()
    await settled()

    expect([bench.sent, bench.outbox.isLost(question)]).to.deep.equal([['1/1/2'], true])
  })

  it('of an earlier take are dropped for the one that counts', async () => {
    bench.outbox.rest()
    await add(1)
    await bench.outbox.add(key(1, { take: 2 }), bytesOf(1), 'audio/mpeg')
    await bench.outbox.add(key(1, { number: 4 }), bytesOf(1), 'audio/mpeg')
    bench.outbox.keepOnly({ ...question, take: 2 })
    expect(bench.outbox.percent(question)).to.equal(0)
    bench.outbox.wake()
    await settled()

    expect(bench.sent).to.deep.equal(['2/1/1', '1/1/1'])
    expect(bench.disk.size).to.equal(0)
  })

  it('tell whoever looks', async () => {
    let told = 0
    const stop = bench.outbox.onChange(() => {
      told += 1
    })
    await add(1)
    stop()
    await add(2)

    expect(told).to.equal(2)
  })
})
