/**
 * Group commit: everything that waits shares one transaction, and nobody is answered before it is on the disk. While one
 * commit waits for the disk, the next group gathers in the socket buffers.
 */
import { MongoError } from '../errors.js'
import type { Work, Writer } from './store.js'

export interface Transactions {
  begin(): void
  commit(): void
  rollback(): void
  /** Opens or closes the reserve beyond the cap. */
  allowReserve(allowed: boolean): void
}

interface Waiting {
  frees: boolean
  run: (writer: Writer) => unknown
  resolve: (result: unknown) => void
  reject: (error: unknown) => void
}

type Outcome = { kind: 'done'; result: unknown } | { kind: 'refused'; error: MongoError }

export class WriteQueue {
  private waiting: Waiting[] = []
  private listeners: (() => void)[] = []

  constructor(
    private readonly transactions: Transactions,
    private readonly writer: Writer,
  ) {}

  onRollback(listener: () => void): void {
    this.listeners.push(listener)
  }

  add<T>({ run, frees = false }: Work<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      if (this.waiting.length === 0) setImmediate(() => this.drain())
      this.waiting.push({ run, frees, resolve: resolve as (result: unknown) => void, reject })
    })
  }

  /**
   * Commits all that waits together. When that fails (the disk is full, for one), each is tried alone, so that one that does
   * not fit takes no other with it.
   */
  drain(): void {
    const group = this.waiting
    this.waiting = []
    if (group.length === 0) return
    if (this.together(group) === undefined) return
    for (const one of group) {
      const error = this.together([one])
      if (error !== undefined) one.reject(error)
    }
  }

  /** Answers everybody and returns nothing, or undoes everything and returns why. */
  private together(group: Waiting[]): Error | undefined {
    let outcomes: Outcome[]
    try {
      this.transactions.allowReserve(group.every(({ frees }) => frees))
      this.transactions.begin()
      outcomes = group.map((one) => this.outcomeOf(one))
      this.transactions.commit()
    } catch (error) {
      this.transactions.rollback()
      for (const listener of this.listeners) listener()
      return asAnswer(error)
    }
    outcomes.forEach((outcome, at) => {
      if (outcome.kind === 'done') group[at]?.resolve(outcome.result)
      else group[at]?.reject(outcome.error)
    })
    return undefined
  }

  /** A refusal by rule, such as a duplicate key, wrote nothing and leaves the others alone. */
  private outcomeOf(one: Waiting): Outcome {
    try {
      return { kind: 'done', result: one.run(this.writer) }
    } catch (error) {
      if (error instanceof MongoError) return { kind: 'refused', error }
      throw error
    }
  }
}

/** SQLITE_FULL is both a reached cap and a full disk; a disk may also answer a write with an I/O error when it is full. */
function asAnswer(error: unknown): Error {
  const { code, message } = error as { code?: unknown; message?: unknown }
  if (code === 'SQLITE_FULL' || /database or disk is full|ENOSPC/.test(String(message))) {
    return new MongoError('OutOfDiskSpace', 'No space left: the store reached its byte cap or the disk is full')
  }
  return error instanceof Error ? error : new MongoError('InternalError', 'the store failed')
}
