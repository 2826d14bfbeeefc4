/** A name is found however its parts are set apart (·, •, ・, a blank or nothing): the blind index of those stored before is made anew. */
import { bytesOf, eachRow, leftAsItIs, type Migration } from './migration.js'

export const namesInOneSpelling: Migration = {
  number: 17,
  name: 'names-in-one-spelling',
  run: (tools) =>
    eachRow(tools, { collection: 'candidates', where: { nameIndex: { $exists: true } } }, async (row) => {
      const orgId = row.orgId as string
      const id = String(row._id)
      const place = { orgId, ownerId: id, collection: 'candidates', id, field: 'identity' }
      const identity = await tools.vault.open<{ name: string }>(place, bytesOf(row.identity)).catch(leftAsItIs)
      if (!identity) return
      const nameIndex = tools.vault.blindIndex(orgId, 'name', compared(identity.name))
      if (nameIndex !== row.nameIndex)
        await tools.rows('candidates').updateOne({ _id: row._id }, { $set: { nameIndex } })
    }),
}

const unseen = /[\u00AD\u034F\u180B-\u180F\u200B-\u200F\u2060-\u2064\uFE00-\uFE0F\uFEFF]|[\u{E0100}-\u{E01EF}]/gu
const between = /[\s·•・‧∙⋅･．\-‐‑'’\u115F\u1160\u2800\u3164\uFFA0]+/gu
export const compared = (name: string) =>
  name.replace(unseen, '').replace(between, '').normalize('NFKC').replace(between, '').toLowerCase()
