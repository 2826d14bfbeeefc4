/** The only place that knows how invitations lie in MongoDB. Every method takes the organisation or finds it in the document. */
import { Types, type Connection, type QueryFilter, type UpdateQuery } from 'mongoose'
import { plainRows } from '../../mongo/plain-rows.js'
import { claimOne, dueIn } from '../../mongo/claim-one.js'
import { isDuplicateKey } from '../../mongo/duplicate-key.js'
import type { InvitationStatus } from '../../../shared/contracts/invitations.js'
import { invitationSchema, live, toInvitation, type InvitationRow } from './invitation-row-store.js'
import { maxWrongTails, unstartedStatuses, type Invitation } from './invitation.js'
import { asNews, invitationNews } from './invitation-news-store.js'
import { candidateActs } from './candidate-acts-store.js'
import { staffActs } from './staff-acts-store.js'

export type NewInvitation = Omit<Invitation, 'id'>
/** More attempts than `maxAttempts` mean that whoever claims gives up. */
export type ClaimedInvitation = Invitation & { attempts: number }
export type InvitationChange = { status: InvitationStatus; sentAt?: Date; sentVia?: string; notBefore?: Date }
export type InvitationStore = ReturnType<typeof invitationStore>

export interface LinkTokens {
  tokenOf(invitation: Pick<Invitation, 'id' | 'orgId' | 'linkVersion'>): string
  hashOf(token: string): string
}

const toSend = (now: Date) => ({
  status: 'queued' as const,
  $or: [{ notBefore: { $exists: false } }, { notBefore: { $lte: now } }],
})

export function invitationStore(connection: Connection, tokens: LinkTokens) {
  const rows = plainRows<InvitationRow>(connection, 'Invitation', invitationSchema)

  async function change(
    filter: QueryFilter<InvitationRow>,
    update: UpdateQuery<InvitationRow>,
  ): Promise<Invitation | undefined> {
    const row = await rows.findOneAndUpdate(filter, update, { returnDocument: 'after' })
    return row ? toInvitation(row) : undefined
  }

  return {
    ready: () => rows.init(),

    /** One application is invited once, also when that invitation is over: whoever asks again died before noting that it had asked. */
    async insertUnlessInvited(fresh: NewInvitation): Promise<{ invitation: Invitation; inserted: boolean }> {
      const { orgId, candidateId, applicationId, positionId, linkVersion } = fresh
      const before = await rows.findOne({ orgId, applicationId }).sort({ _id: -1 })
      if (before) return { invitation: toInvitation(before), inserted: false }
      const _id = new Types.ObjectId()
      const tokenHash = tokens.hashOf(tokens.tokenOf({ id: _id.toHexString(), orgId, linkVersion }))
      try {
        return { invitation: toInvitation(await rows.create({ _id, ...fresh, tokenHash, acts: [] })), inserted: true }
      } catch (error) {
        if (!isDuplicateKey(error)) throw error
        const other = await rows.findOne({ orgId, candidateId, positionId, ...live })
        if (!other) throw error
        return { invitation: toInvitation(other), inserted: false }
      }
    },

    async findById(orgId: string, id: string): Promise<Invitation | undefined> {
      const row = await rows.findOne({ _id: new Types.ObjectId(id), orgId })
      return row ? toInvitation(row) : undefined
    },

    async findByToken(orgId: string, token: string): Promise<Invitation | undefined> {
      const row = await rows.findOne({ tokenHash: tokens.hashOf(token), orgId })
      return row ? toInvitation(row) : undefined
    },

    async latestOf(orgId: string, applicationId: string): Promise<Invitation | undefined> {
      const row = await rows.findOne({ orgId, applicationId }).sort({ _id: -1 })
      return row ? toInvitation(row) : undefined
    },

    /** By application, the id of its latest. */
    async latestOfEach(orgId: string, applicationIds: readonly string[]): Promise<Map<string, string>> {
      const found = await rows
        .find({ orgId, applicationId: { $in: [...applicationIds] } })
        .select('applicationId')
        .sort({ _id: 1 })
      return new Map(found.map(({ applicationId, _id }) => [applicationId, _id.toHexString()]))
    },

    /** The same of many. */
    async latestOfMany(orgId: string, applicationIds: readonly string[]): Promise<Map<string, Invitation>> {
      const found = await rows.find({ orgId, applicationId: { $in: [...applicationIds] } }).sort({ _id: 1 })
      return new Map(found.map((row) => [row.applicationId, toInvitation(row)]))
    },

    dueQueued: (now: Date) => dueIn(rows, toSend(now)),

    async claimQueued(now: Date): Promise<ClaimedInvitation | undefined> {
      const row = await claimOne(rows, { filter: toSend(now), now })
      return row ? { ...toInvitation(row), attempts: row.attempts } : undefined
    },

    /** Writes the outcome of a claim and gives the lease back. Does nothing when the invitation moved on meanwhile. */
    async settle(claimed: Invitation, update: InvitationChange): Promise<void> {
      await rows.updateOne(
        { _id: new Types.ObjectId(claimed.id), status: claimed.status, linkVersion: claimed.linkVersion },
        { $set: { ...update, attempts: 0 }, $unset: { leaseUntil: 1 } },
      )
    },

    /** First read by its person. Keeps the first time. */
    async markOpened({ id, orgId }: Invitation, at: Date): Promise<void> {
      const _id = new Types.ObjectId(id)
      await rows.updateOne({ _id, orgId, openedAt: { $exists: false } }, { $set: { openedAt: at } })
      await rows.updateOne(
        { _id, orgId, status: { $in: ['queued', 'sent', 'unconfirmed'] } },
        { $set: { status: 'opened' }, $unset: { leaseUntil: 1 } },
      )
    },

    /** Takes one of the five tries before looking at the digits, so that parallel guesses cannot get more. */
    takeTry: ({ id, orgId }: Invitation): Promise<Invitation | undefined> =>
      change({ _id: new Types.ObjectId(id), orgId, wrongTails: { $lt: maxWrongTails } }, { $inc: { wrongTails: 1 } }),

    markVerified: ({ id, orgId }: Invitation, openid: string): Promise<Invitation | undefined> =>
      change({ _id: new Types.ObjectId(id), orgId }, { $set: { verifiedOpenid: openid, wrongTails: 0 } }),

    /** Undefined when somebody else was first. */
    bind: ({ id, orgId }: Invitation, openid: string): Promise<Invitation | undefined> =>
      change(
        {
          _id: new Types.ObjectId(id),
          orgId,
          verifiedOpenid: openid,
          $or: [{ boundOpenid: { $exists: false } }, { boundOpenid: openid }],
        },
        { $set: { boundOpenid: openid } },
      ),

    async markStarted(orgId: string, id: string): Promise<void> {
      await rows.updateOne(
        { _id: new Types.ObjectId(id), orgId, status: { $in: [...unstartedStatuses] } },
        { $set: { status: 'started' } },
      )
    },

    async markEnded(orgId: string, id: string, status: 'completed' | 'expired'): Promise<void> {
      await rows.updateOne({ _id: new Types.ObjectId(id), orgId, ...live }, { $set: { status } })
    },

    /** Closes what nobody began in time, and returns it. */
    async expireOne(now: Date): Promise<Invitation | undefined> {
      return change(
        { status: { $in: [...unstartedStatuses] }, closesAt: { $lte: now } },
        { $set: { status: 'expired', ...asNews('lapsed', now) }, $unset: { leaseUntil: 1 } },
      )
    },

    ...staffActs(rows, tokens),
    ...candidateActs(rows),
    ...invitationNews(rows),
  }
}
