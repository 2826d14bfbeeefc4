/** Messages and group events say what they are about. Rows of the first version named it in their keys only. */
import { aboutOfKey } from './007-about-of-key.js'
import { eachRow, type Migration } from './migration.js'

const keys: readonly [collection: string, key: string][] = [
  ['messages', 'dedupeKey'],
  ['groupevents', 'key'],
]

export const aboutOfMessages: Migration = {
  number: 7,
  name: 'about-of-messages',
  async run(tools) {
    for (const [collection, key] of keys)
      await eachRow(tools, { collection, where: { about: { $exists: false } } }, async (row) => {
        const about = aboutOfKey(row[key] as string)
        await tools.rows(collection).updateOne({ _id: row._id, about: { $exists: false } }, { $set: { about } })
      })
  },
}
