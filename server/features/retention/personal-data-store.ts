/** Finds and removes what lies about one person, in all collections. */
import { Types, type Connection, type mongo } from 'mongoose'
import { removedWithPerson, type Traces } from './holdings.js'

type Filter = mongo.Filter<mongo.Document>
const day = 86_400_000

export type PersonalDataStore = ReturnType<typeof personalDataStore>

export function personalDataStore(connection: Connection) {
  const rows = (name: string) => connection.collection(name)
  const texts = async (name: string, filter: Filter, field: string): Promise<string[]> =>
    (
      await rows(name)
        .find(filter, { projection: { [field]: 1 } })
        .toArray()
    ).map((row) => String(row[field]))

  return {
    async tracesOf(orgId: string, candidateId: string, known: readonly string[] = []): Promise<Traces> {
      const file = await rows('candidates').findOne({ _id: new Types.ObjectId(candidateId), orgId })
      const applications = await rows('applications').find({ orgId, candidateId }).toArray()
      const applicationIds = [...new Set([...known, ...applications.map(({ _id }) => String(_id))])]
      const ofThem = { orgId, applicationId: { $in: applicationIds } }
      const [reportIds, invitations] = await Promise.all([
        texts('reports', ofThem, '_id'),
        rows('invitations').find(ofThem).toArray(),
      ])
      const openids = openidsIn([file, ...applications, ...invitations])
      const theirs = { orgId, 'holders.openid': { $in: openids }, candidateId: { $ne: candidateId } }
      const elsewhere = openidsIn(await rows('applications').find(theirs).toArray())
      return {
        orgId,
        candidateId,
        applicationIds,
        reportIds,
        invitationIds: invitations.map(({ _id }) => String(_id)),
        openids,
        lonelyOpenids: openids.filter((openid) => !elsewhere.includes(openid)),
        emailIndexes: applications.flatMap(({ emailIndex }) => (emailIndex ? [emailIndex as string] : [])),
        ...(file && { phoneIndex: file.phoneIndex as string }),
      }
    },

    /** Children first: whoever dies in the middle finds the rest by their parents. Returns how many there were. */
    async remove(traces: Traces): Promise<number> {
      let removed = 0
      for (const [name, filterOf] of Object.entries(removedWithPerson))
        removed += (await rows(name).deleteMany(withObjectId(name, filterOf(traces)))).deletedCount
      return removed
    },

    /** Cards for the group and for members that went out before then. */
    async removeCards(orgId: string, before: Date): Promise<number> {
      const old = { orgId, toKind: { $in: ['group', 'member'] }, settledAt: { $lt: before } }
      return (await rows('messages').deleteMany(old)).deletedCount
    },
  }
}

export const daysBefore = (now: Date, days: number): Date => new Date(now.getTime() - days * day)
export const daysAfter = (at: Date, days: number): Date => daysBefore(at, -days)

function openidsIn(found: readonly (mongo.Document | null)[]): string[] {
  const all = found.flatMap((row) => [
    ...((row?.holders ?? []) as { openid: string }[]).map(({ openid }) => openid),
    row?.boundOpenid as unknown,
    row?.verifiedOpenid as unknown,
    row?.owner === 'bank' ? undefined : (row?.owner as unknown),
  ])
  return [...new Set(all.filter((openid) => typeof openid === 'string'))]
}

const withObjectId = (name: string, filter: object): Filter =>
  name === 'candidates' ? { ...filter, _id: new Types.ObjectId((filter as { _id: string })._id) } : filter
