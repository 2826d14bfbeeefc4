/**
 * Recordings on their way to the server, piece by piece: each lies in a file until the server has acknowledged it. Whatever page is
 * open, they go on as long as the app is in front; a killed app goes on from what it kept. Nothing here knows `wx`.
 */
import type { TakesForCandidate } from '../../shared/contracts/recordings.js'
import type { Files } from '../platform/files.js'
import { pieceWaitsMs, piecesAtOnce } from '../config.js'
import { asApiError, type ApiError } from './api-error.js'
import {
  afterRestart,
  fileOf,
  isOf,
  isPieceFile,
  keysOf,
  percentSent,
  takeLost,
  takeOver,
  withoutArrived,
  withoutPiece,
  withoutTakes,
  withPiece,
  type KeptTake,
  type PieceIndex,
  type PieceKey,
  type QuestionKey,
  type TakeKey,
} from './piece-index.js'

export interface OutgoingPiece extends PieceKey {
  type: string
  bytes: ArrayBuffer
}

interface Deps {
  /** Rejects with an ApiError. */
  send: (piece: OutgoingPiece) => Promise<void>
  /** What the server has of a question already. */
  arrived: (question: QuestionKey) => Promise<TakesForCandidate>
  files: Files
  kept: { read(): PieceIndex | undefined; write(index: PieceIndex | undefined): void }
  /** Calls later, unless it is called off. */
  later: (ms: number, act: () => void) => () => void
}

export class PieceOutbox {
  private index: PieceIndex
  /** What found no room on the phone. */
  private readonly memory = new Map<string, ArrayBuffer>()
  private readonly adding = new Set<string>()
  private readonly going = new Set<string>()
  private readonly listeners = new Set<() => void>()
  private isAwake = false
  private failures = 0
  private calledOff: (() => void) | undefined
  private clearing: Promise<void> | undefined

  constructor(private readonly deps: Deps) {
    this.index = afterRestart(deps.kept.read() ?? [])
  }

  /** The app is in front. */
  wake(): void {
    this.isAwake = true
    this.clearing ??= this.clearUp()
    void this.clearing.then(() => this.hurry())
  }

  /** In the background WeChat ends every request: what is under way may fail, nothing new begins. */
  rest(): void {
    this.isAwake = false
    this.calledOff?.()
    this.calledOff = undefined
  }

  /** The network is back, or the app is: whatever waited for its next try goes now. */
  hurry(): void {
    this.calledOff?.()
    this.calledOff = undefined
    this.failures = 0
    this.pump()
  }

  add(key: PieceKey, bytes: ArrayBuffer, type: string): Promise<void> {
    return this.addAll([{ key, bytes }], type)
  }

  /** All or none: of a clip that is not noted yet nothing goes out. */
  async addAll(pieces: readonly { key: PieceKey; bytes: ArrayBuffer }[], type: string): Promise<void> {
    let next = (index: PieceIndex) => index
    for (const { key, bytes } of pieces) {
      const name = fileOf(key)
      this.adding.add(name)
      const isOnDisk = (await this.deps.files.write(name, bytes)) === 'written'
      if (!isOnDisk) this.memory.set(name, bytes)
      const before = next
      next = (index) => withPiece(before(index), key, { type, isOnDisk })
    }
    this.keep(next(this.index))
    for (const { key } of pieces) this.adding.delete(fileOf(key))
    this.pump()
  }

  /** No more pieces are made for it. */
  close(take: TakeKey): void {
    this.keep(takeOver(this.index, take))
  }

  /** Of this question only that take counts from now on: what still waits of the others is no use to anybody. */
  keepOnly(take: TakeKey): void {
    const isGone = (one: KeptTake) => isOf(one, take) && one.take !== take.take
    const gone = this.index.filter(isGone)
    this.keep(withoutTakes(this.index, isGone))
    for (const key of gone.flatMap(keysOf)) void this.forget(key)
  }

  percent(question: QuestionKey): number {
    return percentSent(this.index, question)
  }

  /** Takes with something on its way, oldest first. */
  waiting(): KeptTake[] {
    return this.index.filter(({ waiting }) => waiting.length > 0)
  }

  isLost(question: QuestionKey): boolean {
    return this.index.some((take) => isOf(take, question) && take.isLost === true)
  }

  /** The phone has no room: closing the app would lose what waits. */
  isFull(): boolean {
    return this.memory.size > 0
  }

  onChange(listener: () => void): () => void {
    this.listeners.add(listener)
    return () => {
      this.listeners.delete(listener)
    }
  }

  private pump(): void {
    if (!this.isAwake || this.calledOff) return
    const next = this.index.flatMap(keysOf).filter((key) => !this.going.has(fileOf(key)))
    for (const key of next.slice(0, piecesAtOnce - this.going.size)) void this.deliver(key)
  }

  private async deliver(key: PieceKey): Promise<void> {
    const name = fileOf(key)
    this.going.add(name)
    try {
      await this.sendKept(key)
      this.failures = 0
    } catch (error) {
      this.failed(key, asApiError(error))
    } finally {
      this.going.delete(name)
    }
    this.pump()
  }

  private async sendKept(key: PieceKey): Promise<void> {
    const name = fileOf(key)
    const bytes = this.memory.get(name) ?? (await this.deps.files.read(name))
    const type = this.index.find((take) => isOf(take, key) && take.take === key.take)?.type
    if (type === undefined) return
    if (!bytes) return this.keep(withoutPiece(markedLost(this.index, key), key))
    await this.deps.send({ ...key, type, bytes })
    await this.forget(key)
  }

  /** The network, or bytes that were hurt on their way: again after a while. What the server will never take is given up, and told. */
  private failed(key: PieceKey, error: ApiError): void {
    if (mayGoAgain(error)) {
      const wait = pieceWaitsMs[Math.min(this.failures, pieceWaitsMs.length - 1)] ?? 0
      this.failures += 1
      this.calledOff?.()
      this.calledOff = this.deps.later(wait, () => {
        this.calledOff = undefined
        this.pump()
      })
      return
    }
    const gone = this.index.filter((take) => isOf(take, key) && take.take === key.take).flatMap(keysOf)
    this.keep(takeLost(this.index, key))
    for (const one of gone) void this.forget(one)
  }

  private async forget(key: PieceKey): Promise<void> {
    const name = fileOf(key)
    this.memory.delete(name)
    this.keep(withoutPiece(this.index, key))
    await this.deps.files.remove(name)
  }

  /** Once after a start: files that no list names are removed, and the server is asked what it has already. */
  private async clearUp(): Promise<void> {
    const found = (await this.deps.files.names()).filter(isPieceFile)
    const named = new Set([...this.index.flatMap(keysOf).map(fileOf), ...this.adding])
    for (const name of found) if (!named.has(name)) await this.deps.files.remove(name)
    for (const take of this.waiting()) await this.dropArrived(take)
  }

  private async dropArrived(take: KeptTake): Promise<void> {
    const arrived = await this.deps.arrived(take).catch(() => undefined)
    if (!arrived) return // it is asked only to save data: the same piece twice is the same
    const before = keysOf(take)
    this.keep(withoutArrived(this.index, take, arrived))
    const left = new Set(this.index.flatMap(keysOf).map(fileOf))
    for (const key of before) if (!left.has(fileOf(key))) await this.deps.files.remove(fileOf(key))
  }

  private keep(next: PieceIndex): void {
    this.index = next
    this.deps.kept.write(next.length === 0 ? undefined : next)
    for (const listener of this.listeners) listener()
  }
}

const damaged = 422

const mayGoAgain = (error: ApiError): boolean =>
  error.isUnanswered || error.status === 429 || error.status === 401 || error.status === damaged

const markedLost = (index: PieceIndex, key: TakeKey): PieceIndex =>
  index.map((take) => (isOf(take, key) && take.take === key.take ? { ...take, isLost: true } : take))
