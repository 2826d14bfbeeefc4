/** What the engine needs of a database: an ordered map of bytes with durable, grouped writes. */
export interface Reader {
  get(key: Buffer): Buffer | undefined
  /** Pairs with from <= key < to, in order or in reverse. Sees later writes; holds nothing open between two steps. */
  scan(range: Range, reverse?: boolean): Iterable<Pair>
  count(range: Range): number
}

export interface Writer extends Reader {
  put(key: Buffer, value: Buffer): void
  remove(key: Buffer): void
  clear(range: Range): void
}

export interface Range {
  from: Buffer
  to: Buffer
}

export type Pair = readonly [key: Buffer, value: Buffer]

export interface Work<T> {
  /** Runs once or, when the database rolled back, again: it must not change anything but the store and what `onRollback` restores. */
  run: (writer: Writer) => T
  /** A work that only removes may use the reserve beyond the byte cap, so that a full store can be emptied. */
  frees?: boolean
}

export interface Store {
  readonly reader: Reader
  /** Resolves once the work is on the disk, in one commit with all that waited. Rejects with what `run` threw, which then wrote nothing that stays. */
  write<T>(work: Work<T>): Promise<T>
  /** Told whenever a transaction was undone, before anything runs again. */
  onRollback(listener: () => void): void
  /** Resolves once all that a read can see now is on the disk. */
  settled(): Promise<void>
  /**
   * Folds the log into the file, which from then on stays as it is while new commits go to the log alone: both may be copied, the file
   * first. The token ends it; after `withinMs` it ends by itself.
   */
  holdLog(withinMs: number): string
  /** False when it had ended before: what was copied meanwhile is worth nothing. */
  releaseLog(token: string): boolean
  /** Finishes and acknowledges what is queued, folds the log into the file, lets go of it. */
  close(): Promise<void>
}
