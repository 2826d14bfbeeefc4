/**
 * Who waits for the disk. A commit is visible at once, but nobody hears of it, by its own result or by a read that saw it,
 * before a flush of the log that began after it has ended well. One flush serves all that waited for it;
 * what is committed while it runs waits for the next.
 */
import { MongoError } from '../errors.js'
import type { LogFile } from './log-file.js'

type Settle = (error?: MongoError) => void

export class Acknowledgements {
  private committed: Settle[] = []
  private covered: Settle[] = []
  private next: (() => void)[] = []
  /** Set once the disk has refused a flush: what it holds is uncertain from then on, and nothing more may be promised. */
  failure: MongoError | undefined

  /** `onFailure` is told once, after everybody who waited has been told. */
  constructor(
    private readonly log: Pick<LogFile, 'flush'>,
    private readonly onFailure: (error: Error) => void,
  ) {}

  /** Runs it now, or when the flush under way has ended. */
  afterFlush(run: () => void): void {
    if (this.covered.length > 0) this.next.push(run)
    else run()
  }

  /** Call it in the same turn as the commit. */
  afterCommit(settle: Settle): void {
    if (this.failure) return settle(this.failure)
    this.committed.push(settle)
    this.flushNext()
  }

  /** For what changed nothing: waits only for the commits it may have seen. */
  afterWhatIsThere(settle: Settle): void {
    if (this.failure) settle(this.failure)
    else if (this.committed.length > 0) this.committed.push(settle)
    else if (this.covered.length > 0) this.covered.push(settle)
    else settle()
  }

  /** Resolves once all commits so far are on the disk. */
  settled(): Promise<void> {
    return new Promise((resolve, reject) => this.afterWhatIsThere((error) => (error ? reject(error) : resolve())))
  }

  private flushNext(): void {
    if (this.covered.length > 0 || this.committed.length === 0) return
    this.covered = this.committed
    this.committed = []
    this.log.flush((error) => (error ? this.fail(error) : this.succeed()))
  }

  private succeed(): void {
    const settled = this.covered
    this.covered = []
    for (const settle of settled) settle()
    this.runNext()
    this.flushNext()
  }

  /** A second flush may report success for pages the first one lost (wiki.postgresql.org/wiki/Fsync_Errors): there is none. */
  private fail(error: Error): void {
    this.failure = new MongoError('ShutdownInProgress', 'the disk did not confirm the write; it may be lost')
    for (const settle of [...this.covered.splice(0), ...this.committed.splice(0)]) settle(this.failure)
    this.onFailure(error)
    this.runNext()
  }

  private runNext(): void {
    for (const run of this.next.splice(0)) run()
  }
}
