/** Open results, given out batch by batch. */
import { MongoError } from '../errors.js'
import { cursorReply, type Batch } from '../wire/reply.js'

interface Cursor {
  namespace: string
  docs: Iterator<Buffer>
  /** Looked at already, so that the batch that ends the results closes the cursor. */
  next: IteratorResult<Buffer>
  usedAt: number
}

export interface BatchLimits {
  size: number
  /** The client wants one batch and no cursor. */
  single?: boolean
}

const batchBytes = 16 * 1024 * 1024
const idleMs = 10 * 60_000

export class Cursors {
  private readonly open = new Map<bigint, Cursor>()
  private lastId = 0n

  /** `now` gives milliseconds. */
  constructor(private readonly now: () => number) {}

  first(docs: Iterable<Buffer>, namespace: string, limits: BatchLimits): Buffer {
    const iterator = docs[Symbol.iterator]()
    const cursor: Cursor = { namespace, docs: iterator, next: iterator.next(), usedAt: this.now() }
    return this.batch(cursor, 'firstBatch', { limits })
  }

  more(id: bigint, namespace: string, size: number): Buffer {
    const cursor = this.open.get(id)
    if (!cursor || cursor.namespace !== namespace) throw new MongoError('CursorNotFound', `cursor id ${id} not found`)
    return this.batch(cursor, 'nextBatch', { id, limits: { size } })
  }

  kill(id: bigint): boolean {
    const cursor = this.open.get(id)
    cursor?.docs.return?.()
    return this.open.delete(id)
  }

  /** Closes what clients left behind. */
  sweep(): void {
    for (const [id, { usedAt }] of this.open) if (this.now() - usedAt > idleMs) this.kill(id)
  }

  private batch(cursor: Cursor, field: Batch['field'], { id, limits }: { id?: bigint; limits: BatchLimits }): Buffer {
    const docs = this.take(cursor, limits.size, id)
    cursor.usedAt = this.now()
    const { namespace } = cursor
    if (cursor.next.done || limits.single) {
      if (id !== undefined) this.open.delete(id)
      cursor.docs.return?.()
      return cursorReply({ field, docs, id: 0n, namespace })
    }
    const openId = id ?? ++this.lastId
    this.open.set(openId, cursor)
    return cursorReply({ field, docs, id: openId, namespace })
  }

  /** A search that fails half-way ends its cursor. */
  private take(cursor: Cursor, size: number, id?: bigint): Buffer[] {
    const docs: Buffer[] = []
    let bytes = 0
    try {
      while (
        !cursor.next.done &&
        docs.length < size &&
        (docs.length === 0 || bytes + cursor.next.value.length <= batchBytes)
      ) {
        docs.push(cursor.next.value)
        bytes += cursor.next.value.length
        cursor.next = cursor.docs.next()
      }
    } catch (error) {
      if (id !== undefined) this.open.delete(id)
      throw error
    }
    return docs
  }
}
