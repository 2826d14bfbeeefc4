/** Lists that came later and were read as empty where they are missing: now they are there, so that nobody needs to know. */
import { type Migration } from './migration.js'

const lists: readonly [collection: string, field: string][] = [
  ['decisions', 'holds'],
  ['invitations', 'acts'],
]

export const emptyLists: Migration = {
  number: 5,
  name: 'empty-lists',
  async run({ rows, progress }) {
    for (const [collection, field] of lists) {
      const { modifiedCount } = await rows(collection).updateMany(
        { [field]: { $exists: false } },
        { $set: { [field]: [] } },
      )
      progress(modifiedCount)
    }
  },
}
