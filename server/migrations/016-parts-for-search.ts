/** People can be looked for by a part of their name, the end of their number or their school: those stored before get the parts. */
import type { Vault } from '../mongo/vault.js'
import { compared } from './017-names-in-one-spelling.js'
import { bytesOf, eachRow, leftAsItIs, type Migration, type MigrationTools, type RawRow } from './migration.js'

export const partsForSearch: Migration = {
  number: 16,
  name: 'parts-for-search',
  async run(tools) {
    await eachRow(tools, { collection: 'candidates', where: { parts: { $exists: false } } }, (row) =>
      givePeopleParts(tools, row),
    )
    await eachRow(tools, { collection: 'applications', where: { schoolParts: { $exists: false } } }, (row) =>
      giveSchoolParts(tools, row),
    )
  },
}

async function givePeopleParts({ rows, vault }: MigrationTools, row: RawRow): Promise<void> {
  const [orgId, id] = [row.orgId as string, String(row._id)]
  const place = { orgId, ownerId: id, collection: 'candidates', id, field: 'identity' }
  const identity = await vault.open<{ name: string; phone: string }>(place, bytesOf(row.identity)).catch(leftAsItIs)
  if (!identity) return
  const characters = [...compared(identity.name)]
  const parts = [
    ...[...characters, ...pairs(characters)].map((part) => bucket(vault, orgId, 'name-part', part)),
    bucket(vault, orgId, 'phone-tail', identity.phone.slice(-4)),
  ]
  await rows('candidates').updateOne({ _id: row._id }, { $set: { parts: inOrder(parts) } })
}

async function giveSchoolParts({ rows, vault }: MigrationTools, row: RawRow): Promise<void> {
  const [orgId, ownerId, id] = [row.orgId as string, row.candidateId as string, String(row._id)]
  const of = { positionId: row.positionId as string }
  const place = { orgId, ownerId, collection: 'applications', id, of, field: 'resume' }
  const resume = await vault.open<{ education: { school: string } }>(place, bytesOf(row.resume)).catch(leftAsItIs)
  if (!resume) return
  const parts = pairs([...compared(resume.education.school)]).map((part) => bucket(vault, orgId, 'school-part', part))
  await rows('applications').updateOne({ _id: row._id }, { $set: { schoolParts: inOrder(parts) } })
}

const pairs = (characters: readonly string[]) => characters.slice(1).map((one, index) => `${characters[index]}${one}`)
const inOrder = (parts: readonly number[]) => [...new Set(parts)].sort((a, b) => a - b)

type Kind = 'name-part' | 'phone-tail' | 'school-part'
const bucket = (vault: Pick<Vault, 'blindIndex'>, orgId: string, kind: Kind, part: string) =>
  Buffer.from(vault.blindIndex(orgId, kind, part), 'base64url').readUInt16BE(0) % 4_096
