/**
 * Group commit: everything that waits shares one transaction and one flush. While the flush runs, on another thread, reads go
 * on and the next group gathers: fewer and larger commits cost less than many that wait for the same disk.
 */
import { MongoError } from '../errors.js'
import type { Acknowledgements } from './acknowledgements.js'
import type { Work, Writer } from './store.js'

export interface Transactions {
  begin(): void
  /** Returns whether anything was written. */
  commit(): boolean
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

interface Parts {
  transactions: Transactions
  writer: Writer
  disk: Acknowledgements
}

export class WriteQueue {
  private waiting: Waiting[] = []
  private listeners: (() => void)[] = []

  constructor(private readonly parts: Parts) {}

  onRollback(listener: () => void): void {
    this.listeners.push(listener)
  }

  add<T>({ run, frees = false }: Work<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      if (this.waiting.length === 0) setImmediate(() => this.parts.disk.afterFlush(() => this.drain()))
      this.waiting.push({ run, frees, resolve: resolve as (result: unknown) => void, reject })
    })
  }

  /** Applies what is queued and resolves once it is on the disk. */
  async settle(): Promise<void> {
    this.drain()
    await this.parts.disk.settled()
  }

  /**
   * Commits all that waits together. When that fails (the disk is full, for one), each is tried alone, so that one that does
   * not fit takes no other with it.
   */
  private drain(): void {
    const group = this.waiting
    this.waiting = []
    if (group.length === 0) return
    if (this.together(group) === undefined) return
    for (const one of group) {
      const error = this.together([one])
      if (error !== undefined) one.reject(error)
    }
  }

  /** Commits everybody and returns nothing, or undoes everything and returns why. */
  private together(group: Waiting[]): Error | undefined {
    const { transactions, disk } = this.parts
    let outcomes: Outcome[]
    let wrote: boolean
    if (disk.failure) return disk.failure
    try {
      transactions.allowReserve(group.every(({ frees }) => frees))
      transactions.begin()
      outcomes = group.map((one) => this.outcomeOf(one))
      wrote = transactions.commit()
    } catch (error) {
      transactions.rollback()
      for (const listener of this.listeners) listener()
      return asRefusal(error)
    }
    const tell = (error?: MongoError): void =>
      group.forEach((one, at) => settle(one, error ? { kind: 'refused', error } : outcomes[at]))
    if (wrote) disk.afterCommit(tell)
    else disk.afterWhatIsThere(tell)
    return undefined
  }

  /** A refusal by rule, such as a duplicate key, wrote nothing and leaves the others alone. */
  private outcomeOf(one: Waiting): Outcome {
    try {
      return { kind: 'done', result: one.run(this.parts.writer) }
    } catch (error) {
      if (error instanceof MongoError) return { kind: 'refused', error }
      throw error
    }
  }
}

function settle({ resolve, reject }: Waiting, outcome: Outcome | undefined): void {
  if (outcome?.kind === 'done') resolve(outcome.result)
  else reject(outcome?.error)
}

/** SQLITE_FULL is both a reached cap and a full disk; a full disk may also fail a write with an I/O error. */
function asRefusal(error: unknown): Error {
  if (isFull(error)) {
    return new MongoError('OutOfDiskSpace', 'No space left: the store reached its byte cap or the disk is full')
  }
  return error instanceof Error ? error : new MongoError('InternalError', 'the store failed')
}

export function isFull(error: unknown): boolean {
  const { code, message } = error as { code?: unknown; message?: unknown }
  return code === 'SQLITE_FULL' || /database or disk is full|ENOSPC/.test(String(message))
}
