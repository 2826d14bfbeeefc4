/** An imported application is found by the e-mail address in it: those stored before get its blind index. */
import { bytesOf, eachRow, leftAsItIs, type Migration, type MigrationTools, type RawRow } from './migration.js'

export const addressesOfImports: Migration = {
  number: 19,
  name: 'addresses-of-imports',
  run: (tools) =>
    eachRow(tools, { collection: 'applications', where: { source: 'import', emailIndex: { $exists: false } } }, (row) =>
      giveAddress(tools, row),
    ),
}

async function giveAddress({ rows, vault }: MigrationTools, row: RawRow): Promise<void> {
  const [orgId, ownerId, id] = [row.orgId as string, row.candidateId as string, String(row._id)]
  const of = { positionId: row.positionId as string }
  const place = { orgId, ownerId, collection: 'applications', id, of, field: 'resume' }
  const resume = await vault.open<{ email?: string }>(place, bytesOf(row.resume)).catch(leftAsItIs)
  if (!resume?.email) return
  const emailIndex = vault.blindIndex(orgId, 'email', resume.email.toLowerCase())
  await rows('applications').updateOne({ _id: row._id }, { $set: { emailIndex } })
}
