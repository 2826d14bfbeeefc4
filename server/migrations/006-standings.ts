/** Every application stands somewhere: those without a standing, or left at the first one, get theirs from what happened to them. */
import { standingOf, type Derived, type Happened } from './006-standing-of.js'
import { eachRow, type Change, type Migration, type MigrationTools, type RawRow } from './migration.js'

interface Applied {
  _id: unknown
  orgId: string
  candidateId: string
  positionId: string
  appliedAt: Date
}

export const standings: Migration = {
  number: 6,
  name: 'standings',
  async run(tools) {
    await tools.rows('standings').createIndex({ orgId: 1, applicationId: 1 }, { unique: true })
    await eachRow(tools, { collection: 'applications', where: {} }, (row: RawRow) =>
      giveStanding(tools, row as unknown as Applied),
    )
  },
}

async function giveStanding(tools: MigrationTools, application: Applied): Promise<void> {
  const { orgId, candidateId, positionId } = application
  const ids = { orgId, applicationId: String(application._id) }
  const rows = tools.rows('standings')
  const known = await rows.findOne(ids)
  if (known && known.state !== 'received') return
  const standing = await readStanding(tools, application)
  if (!standing || standing.state === known?.state) return

  if (known) await rows.updateOne({ ...ids, state: 'received' }, moved(standing))
  else await rows.updateOne(ids, { $setOnInsert: { candidateId, positionId, ...standing } }, { upsert: true })
}

const moved = (standing: Derived): Change => ({
  $set: standing,
  ...(standing.stage === undefined && { $unset: { stage: 1 } }),
})

/** Undefined: its position is gone, so nobody decides about it any more. */
async function readStanding({ rows }: MigrationTools, application: Applied): Promise<Derived | undefined> {
  const { orgId, positionId, appliedAt } = application
  const ofIt = { orgId, applicationId: String(application._id) }
  const newestOf = (collection: string) => rows(collection).findOne(ofIt, { sort: { _id: -1 } })
  const [position, decisions, report, interview, invitation] = await Promise.all([
    rows('positionversions').findOne({ orgId, fileId: positionId }, { sort: { revision: -1 } }),
    rows('decisions').find(ofIt).sort({ raisedAt: 1 }).toArray(),
    newestOf('reports'),
    newestOf('interviews'),
    newestOf('invitations'),
  ])
  if (!position) return undefined
  const { rounds } = position.content as Pick<Happened, 'rounds'>
  return standingOf({
    appliedAt,
    rounds,
    decisions,
    ...(report && { report }),
    ...(interview && { interview }),
    ...(invitation && { invitation }),
  } as unknown as Happened)
}
