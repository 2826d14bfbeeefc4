/**
 * An application belongs to WeChats, a file to whoever opened it. Before, a file carried one WeChat for all that was in it, and a name
 * with a phone was enough to come into it.
 */
import { eachRow, type Migration, type MigrationTools, type RawRow } from './migration.js'

/** They kept one file a phone and one a person; now that holds among the files of one owner. */
const oldIndexes = ['orgId_1_phoneIndex_1', 'orgId_1_idNumberIndex_1', 'orgId_1_openid_1']

export const holdersOfApplications: Migration = {
  number: 8,
  name: 'holders-of-applications',
  async run(tools) {
    await dropOldIndexes(tools)
    await eachRow(tools, { collection: 'candidates', where: { owner: { $exists: false } } }, (row) =>
      giveOwner(tools, row),
    )
  },
}

async function dropOldIndexes({ rows }: MigrationTools): Promise<void> {
  const candidates = rows('candidates')
  const present = await candidates.indexes().catch(noneYet)
  for (const { name } of present) if (name && oldIndexes.includes(name)) await candidates.dropIndex(name)
}

const namespaceNotFound = 26
function noneYet(error: unknown): { name?: string }[] {
  if ((error as { code?: number }).code === namespaceNotFound) return []
  throw error
}

/** The file comes last: until then all of it is done again after a crash. */
async function giveOwner(tools: MigrationTools, row: RawRow): Promise<void> {
  const { rows } = tools
  const { _id } = row
  const [orgId, openid] = [row.orgId as string, row.openid as string | undefined]
  const ofIt = { orgId, candidateId: String(_id) }
  const applications = await rows('applications').find(ofIt).sort({ appliedAt: -1 }).toArray()
  for (const application of applications) await giveHolders(tools, application, openid)
  await giveApplication(tools, row, applications[0])

  const owner = openid && applications.every(({ source }) => source === 'mini-program') ? openid : 'bank'
  const phoneProved = owner === 'bank' || (await openedBySms(tools, ofIt))
  await rows('candidates').updateOne({ _id }, { $set: { owner, phoneProved }, $unset: { openid: 1 } })
}

async function giveHolders({ rows }: MigrationTools, row: RawRow, openid: string | undefined): Promise<void> {
  const { _id, orgId, source, appliedAt } = row
  const invitation = await rows('invitations').findOne({ orgId, applicationId: String(_id) }, { sort: { _id: -1 } })
  const applied = source === 'mini-program' ? openid : undefined
  const accepted = (invitation?.boundOpenid as string | undefined) ?? openid
  const holders = [
    ...(applied ? [{ openid: applied, by: 'applied', at: appliedAt as Date }] : []),
    ...(accepted && accepted !== applied
      ? [{ openid: accepted, by: 'invitation', at: (invitation?.openedAt ?? appliedAt) as Date }]
      : []),
  ]
  await rows('applications').updateOne({ _id, holders: { $exists: false } }, { $set: { holders } })
}

/** Messages did not say to which application they belong: to the newest one of that person. */
async function giveApplication({ rows }: MigrationTools, person: RawRow, newest: RawRow | undefined): Promise<void> {
  if (!newest) return
  await rows('messages').updateMany(
    { orgId: person.orgId, toKind: 'candidate', toId: String(person._id), toApplication: { $exists: false } },
    { $set: { toApplication: String(newest._id) } },
  )
}

/** A number was proved when a link that went to it was opened with its last digits. */
async function openedBySms({ rows }: MigrationTools, ofIt: { orgId: string; candidateId: string }): Promise<boolean> {
  return (await rows('invitations').findOne({ ...ofIt, sentVia: 'sms', verifiedOpenid: { $exists: true } })) !== null
}
