/**
 * Whatever a phone, the network, the disk and the store do in whatever order: what was said to have arrived is there, byte for byte.
 * Seeded: a failure names its seed. RECORDINGS=5000 for the long run, SEED to start elsewhere.
 */
import { expect } from 'chai'
import { randomBytes } from 'node:crypto'
import type { Connection } from 'mongoose'
import { firstPiece, sha256Of, spokenInterview } from '../../../test/builders/recorded.js'
import { startedAt } from '../../../test/builders/interview.js'
import { testStore } from '../../../test/store.js'
import { testVault } from '../../../test/vault.js'
import { AppError } from '../../errors.js'
import type { MediaStore } from '../../ports/media-store.js'
import type { Interview } from '../interviews/index.js'
import { keepPiece, openPiece, type KeepPieceDeps } from './keep-piece.js'
import { readClip } from './read-clip.js'
import { recordingStore, type RecordingStore } from './recording-store.js'
import { clipsOf, takesOf, type Recording } from './recording.js'

const sequences = Number(process.env.RECORDINGS ?? 500)
const firstSeed = Number(process.env.SEED ?? 1)
const atOnce = 20

describe('any sequence of pieces', function () {
  this.timeout(Math.max(60_000, sequences * 200))
  let connection: Connection
  let recordings: RecordingStore

  before(async () => {
    connection = await testStore()
    recordings = recordingStore(connection, testVault(connection))
    await recordings.ready()
  })

  it(`loses nothing that was accepted and changes none of it (${sequences} sequences from seed ${firstSeed})`, async () => {
    const sights = new Set<string>()
    for (let seed = firstSeed; seed < firstSeed + sequences; seed += atOnce) {
      const seeds = Array.from({ length: Math.min(atOnce, firstSeed + sequences - seed) }, (_, at) => seed + at)
      await Promise.all(
        seeds.map(async (one) => {
          try {
            for (const sight of await new Sequence(one, recordings).run()) sights.add(sight)
          } catch (error) {
            throw new Error(`seed ${one}: ${(error as Error).message}`, { cause: error })
          }
        }),
      )
    }

    if (sequences >= 200)
      expect([...sights]).to.include.members([
        '204',
        'piece-differs',
        'wrong-hash',
        'killed',
        'not-media',
        'gap',
        'whole',
      ])
  })
})

/** Numbers from 0 to below 1 (mulberry32, public domain). */
function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const stepsToDieAt = ['never', 'before begin', 'before put', 'after put', 'before note', 'after note'] as const
type Death = (typeof stepsToDieAt)[number]

class Sequence {
  private readonly chance: () => number
  private readonly interview: Interview
  private readonly files = new Map<string, Buffer>()
  /** What the phone has to say, by address; and what it was told that it arrived. */
  private readonly toSay = new Map<string, Buffer>()
  private readonly accepted = new Map<string, Buffer>()
  private readonly sights = new Set<string>()
  private readonly told: { pieces: number; durationMs: number }[]

  constructor(
    seed: number,
    private readonly store: RecordingStore,
  ) {
    this.chance = random(seed)
    const ids = { invitationId: randomBytes(12).toString('hex'), candidateId: randomBytes(12).toString('hex') }
    this.interview = { id: randomBytes(12).toString('hex'), ...spokenInterview(startedAt, 'voice', ids) }
    this.told = Array.from({ length: this.upTo(2) }, () => ({ pieces: this.upTo(4), durationMs: 1000 }))
    this.told.forEach(({ pieces }, clip) => {
      for (let piece = 1; piece <= pieces; piece += 1)
        this.toSay.set(`${clip + 1}/${piece}`, piece === 1 ? firstPiece(this.upTo(40)) : randomBytes(this.upTo(40)))
    })
  }

  async run(): Promise<Iterable<string>> {
    for (let turn = 0; turn < 6; turn += 1) {
      await Promise.all(Array.from({ length: this.upTo(3) }, () => this.sendSomething()))
      await this.checkList()
    }
    if (this.chance() < 0.7) for (const [at, bytes] of this.toSay) await this.send(at, bytes, 'never')
    await this.checkBytes(await this.checkList())
    return this.sights
  }

  private async sendSomething(): Promise<void> {
    const at = this.pick([...this.toSay.keys()])
    const right = this.toSay.get(at)!
    const death = this.chance() < 0.5 ? 'never' : this.pick(stepsToDieAt)
    const other = at.endsWith('/1') && this.chance() < 0.5 ? firstPiece(9) : randomBytes(9)
    const bytes = this.chance() < 0.2 ? other : right
    await this.send(at, bytes, death, this.chance() < 0.1 ? sha256Of(randomBytes(4)) : sha256Of(bytes))
  }

  private async send(at: string, bytes: Buffer, death: Death, sha256 = sha256Of(bytes)): Promise<void> {
    const [clip, piece] = at.split('/').map(Number) as [number, number]
    const deps = this.deps(death)
    const result = await openPiece(deps, this.interview, { number: 1, take: 1, clip, piece })
      .then((opened) => keepPiece(deps, opened, { bytes, sha256 }))
      .then(
        () => '204',
        (error: unknown) => (error instanceof AppError ? error.code : (error as Error).message),
      )
    this.sights.add(result)
    const before = this.accepted.get(at)
    if (result === '204') {
      expect(sha256, 'what was accepted came whole').to.equal(sha256Of(bytes))
      if (before) expect(bytes.equals(before), `${at} was accepted with other bytes`).to.equal(true)
      this.accepted.set(at, bytes)
    } else if (before?.equals(bytes) && sha256 === sha256Of(bytes))
      expect(result, `${at} was accepted before`).to.equal('killed')
  }

  /** From here on the process is gone: what it did stays, the phone hears nothing. */
  private deps(death: Death): KeepPieceDeps {
    const dieAt = (step: Death) => {
      if (step === death) throw new Error('killed')
    }
    const media: Pick<MediaStore, 'put' | 'remove'> = {
      remove: async () => undefined,
      put: async (key, bytes) => {
        dieAt('before put')
        this.files.set(key, bytes)
        dieAt('after put')
      },
    }
    return {
      interviews: { find: async () => this.interview, hearNow: async () => undefined },
      wake: () => undefined,
      clock: { now: () => startedAt },
      consents: { grantedUnder: async () => '2027-03' },
      mediaStore: media,
      recordings: {
        ...this.store,
        beginOnce: async (fresh) => {
          dieAt('before begin')
          return this.store.beginOnce(fresh)
        },
        addPiece: async (recording, piece) => {
          dieAt('before note')
          const added = await this.store.addPiece(recording, piece)
          dieAt('after note')
          return added
        },
      },
    }
  }

  /** Every piece that was accepted is there, and each address once. */
  private async checkList(): Promise<Recording | undefined> {
    const { orgId, id: interviewId } = this.interview
    const recording = await this.store.find({ orgId, interviewId, number: 1, way: 'voice', take: 1 })
    const there = new Set(
      (recording ? takesOf([recording]).takes[0]!.clips : []).flatMap(({ clip, pieces }) =>
        pieces.map((piece) => `${clip}/${piece}`),
      ),
    )
    for (const at of this.accepted.keys()) expect(there.has(at), `${at} is listed`).to.equal(true)
    if (!recording) return undefined
    expect(recording.bytes).to.equal(recording.pieces.reduce((sum, { bytes }) => sum + bytes, 0))
    expect(there.size, 'each address once').to.equal(recording.pieces.length)
    return recording
  }

  private async checkBytes(recording: Recording | undefined): Promise<void> {
    if (!recording) return
    for (const piece of recording.pieces) {
      const read = await this.read(recording, [piece])
      const before = this.accepted.get(`${piece.clip}/${piece.piece}`)
      if (before) expect(read.equals(before), 'read back as it was accepted').to.equal(true)
    }
    const clips = clipsOf(recording, this.told)
    for (const { clip, playable, missing } of clips) {
      this.sights.add(missing > 0 ? 'gap' : 'whole')
      const all = await this.read(recording, playable)
      const said = playable.map(({ piece }) => this.accepted.get(`${clip}/${piece}`))
      if (said.every((one) => one !== undefined)) expect(all.equals(Buffer.concat(said))).to.equal(true)
    }
  }

  private async read(recording: Recording, pieces: Recording['pieces']): Promise<Buffer> {
    const parts: Buffer[] = []
    const deps = { recordings: this.store, mediaStore: { get: async (key: string) => this.files.get(key) } }
    for await (const part of readClip(deps, recording, pieces)) parts.push(part)
    return Buffer.concat(parts)
  }

  private readonly upTo = (most: number) => 1 + Math.floor(this.chance() * most)
  private readonly pick = <One>(list: readonly One[]): One => list[Math.floor(this.chance() * list.length)]!
}
