/** Candidates can be looked up by their name: those stored before get its blind index. */
import { bytesOf, eachRow, leftAsItIs, type Migration } from './migration.js'

export const namesOfCandidates: Migration = {
  number: 2,
  name: 'names-of-candidates',
  run: (tools) =>
    eachRow(tools, { collection: 'candidates', where: { nameIndex: { $exists: false } } }, async (row) => {
      const orgId = row.orgId as string
      const owner = { orgId, ownerId: String(row._id) }
      const identity = await tools.firstSeals
        .open<{ name: string }>(owner, 'identity', bytesOf(row.identity))
        .catch(leftAsItIs)
      if (!identity) return
      const nameIndex = tools.vault.blindIndex(orgId, 'name', plain(identity.name))
      await tools.rows('candidates').updateOne({ _id: row._id }, { $set: { nameIndex } })
    }),
}

const plain = (name: string) => name.normalize('NFKC').replace(/\s+/gu, '').toLowerCase()
