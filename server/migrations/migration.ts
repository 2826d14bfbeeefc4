/**
 * A migration changes stored rows from the form of one build to that of the next, once for every store. It knows collections by name
 * and rows as they lie there, never today's stores or rules, which go on changing. It may die between any two lines and is then run
 * again from its beginning: whatever it has changed before, it finds done.
 */
import type { mongo } from 'mongoose'
import type { Vault } from '../mongo/vault.js'
import { isUnreadable } from '../mongo/unreadable.js'
import type { FirstSeals } from './first-seals.js'

export interface Migration {
  /** 1, 2, 3 …, never used twice. */
  number: number
  name: string
  run(tools: MigrationTools): Promise<void>
}

export type RawRow = mongo.WithId<mongo.Document>
export type Change = mongo.UpdateFilter<mongo.Document>

export interface MigrationTools {
  rows: (collection: string) => mongo.Collection
  vault: Pick<Vault, 'open' | 'seal' | 'mark' | 'blindIndex'>
  /** For what was sealed before the thirteenth migration. */
  firstSeals: FirstSeals
  /** After every page: keeps the log informed, and throws when another process has taken over. */
  progress: (rowsDone: number) => void
}

const perPage = 200

/** Page by page in the order of their ids, and only the rows that fit `where`: those that were changed before do not fit any more. */
export async function eachRow(
  { rows, progress }: MigrationTools,
  { collection, where }: { collection: string; where: mongo.Filter<mongo.Document> },
  act: (row: RawRow) => Promise<void>,
): Promise<void> {
  for (let after: unknown; ;) {
    const filter = after === undefined ? where : { $and: [where, { _id: { $gt: after } }] }
    const page = await rows(collection)
      .find(filter as mongo.Filter<mongo.Document>)
      .sort({ _id: 1 })
      .limit(perPage)
      .toArray()
    for (const row of page) await act(row)
    progress(page.length)
    if (page.length < perPage) return
    after = page.at(-1)!._id
  }
}

/** What lies sealed in a row. */
export const bytesOf = (field: unknown): Uint8Array => (field as mongo.Binary).buffer

/** One unreadable person stops nobody else. */
export function leftAsItIs(error: unknown): undefined {
  if (!isUnreadable(error)) throw error
}
