/** Candidates can be looked up by their name: those stored before get its blind index. */
import { bytesOf, eachRow, type Migration } from './migration.js'

export const namesOfCandidates: Migration = {
  number: 2,
  name: 'names-of-candidates',
  run: (tools) =>
    eachRow(tools, { collection: 'candidates', where: { nameIndex: { $exists: false } } }, async (row) => {
      const orgId = row.orgId as string
      const owner = { orgId, ownerId: String(row._id) }
      const { name } = await tools.vault.open<{ name: string }>(owner, 'identity', bytesOf(row.identity))
      const nameIndex = tools.vault.blindIndex(orgId, 'name', plain(name))
      await tools.rows('candidates').updateOne({ _id: row._id }, { $set: { nameIndex } })
    }),
}

const plain = (name: string) => name.normalize('NFKC').replace(/\s+/gu, '').toLowerCase()
