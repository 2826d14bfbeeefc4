/**
 * Values were sealed by owner and field; now they are sealed into the record where they lie, and records that decide carry a mark. What
 * does not open as it was is left as it is: it is told when somebody asks for it.
 */
import { hasFormat } from '../mongo/sealing.js'
import { bytesOf, eachRow, leftAsItIs, type Migration, type MigrationTools, type RawRow } from './migration.js'
import { resealed, type Moved, type Resealed } from './013-seals-of-first-version.js'

export const sealsOfRecords: Migration = {
  number: 13,
  name: 'seals-of-records',
  async run(tools) {
    for (const kind of resealed)
      await eachRow(tools, { collection: kind.collection, where: {} }, (row) => reseal(tools, kind, row))
    await tools.rows('platformtokens').deleteMany({}) // the platforms give new ones
  },
}

async function reseal(tools: MigrationTools, { collection, values, mark }: Resealed, row: RawRow): Promise<void> {
  const set: Record<string, unknown> = {}
  for (const value of values(row)) {
    const sealed = await sealedAnew(tools, value)
    if (sealed) set[value.path] = sealed
  }
  if (mark && row.mark === undefined) set.mark = tools.vault.mark(mark(row))
  if (Object.keys(set).length > 0) await tools.rows(collection).updateOne({ _id: row._id }, { $set: set })
}

async function sealedAnew({ firstSeals, vault }: MigrationTools, value: Moved): Promise<Buffer | undefined> {
  const { sealed, owner, oldField, place } = value
  const bytes = bytesOf(sealed)
  if (!hasFormat(bytes, 1)) return undefined
  const plain = await firstSeals.open(owner, oldField, bytes).catch(leftAsItIs)
  return plain === undefined ? undefined : vault.seal(place, plain)
}
