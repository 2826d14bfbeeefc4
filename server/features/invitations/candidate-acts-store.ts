/** What candidates themselves change of their invitation. Each is safe to ask twice. */
import { Types } from 'mongoose'
import { isDuplicateKey } from '../../mongo/duplicate-key.js'
import type { PlainModel } from '../../mongo/plain-rows.js'
import { asNews } from './invitation-news-store.js'
import { toInvitation, type InvitationRow } from './invitation-row-store.js'
import { statusOnReopening, unstartedStatuses, type Invitation } from './invitation.js'

export function candidateActs(rows: PlainModel<InvitationRow>) {
  const find = async ({ id, orgId }: Invitation) => {
    const row = await rows.findOne({ _id: new Types.ObjectId(id), orgId })
    return row && toInvitation(row)
  }

  return {
    /** Declined before it stays as it is. Undefined when the interview was begun, or it is over. */
    async declineByCandidate(invitation: Invitation, at: Date): Promise<Invitation | undefined> {
      const { id, orgId } = invitation
      const row = await rows.findOneAndUpdate(
        { _id: new Types.ObjectId(id), orgId, status: { $in: [...unstartedStatuses] } },
        {
          $set: { status: 'declined-by-candidate', declinedAt: at, ...asNews('declined', at) },
          $unset: { leaseUntil: 1 },
        },
        { returnDocument: 'after' },
      )
      if (row) return toInvitation(row)
      const now = await find(invitation)
      return now?.status === 'declined-by-candidate' ? now : undefined
    },

    /** Undefined when the window has closed, or the candidate has a newer live one. */
    async returnCandidate(invitation: Invitation, at: Date): Promise<Invitation | undefined> {
      const { id, orgId } = invitation
      const filter = { status: 'declined-by-candidate' as const, closesAt: { $gt: at } }
      const status = statusOnReopening(invitation)
      try {
        const row = await rows.findOneAndUpdate(
          { _id: new Types.ObjectId(id), orgId, ...filter },
          { $set: { status, ...asNews('returned', at) } },
          { returnDocument: 'after' },
        )
        if (row) return toInvitation(row)
      } catch (error) {
        if (!isDuplicateKey(error)) throw error
        return undefined
      }
      const now = await find(invitation)
      return now?.declinedAt && unstartedStatuses.includes(now.status) ? now : undefined
    },

    /** Two taps of one wish take once. `within`: it may be taken without asking anybody; of the same wish that was taken before it is true. */
    async takeTime(
      invitation: Invitation,
      { key, closesAt, at, within }: { key: string; closesAt: Date; at: Date; within: boolean },
    ): Promise<boolean> {
      const { id, orgId, selfExtensions } = invitation
      const _id = new Types.ObjectId(id)
      if ((await rows.countDocuments({ _id, orgId, acts: key })) > 0) return true
      if (!within) return false
      const unchanged = { closesAt: { $gt: at }, selfExtensions: selfExtensions ?? { $exists: false } }
      const { matchedCount } = await rows.updateOne(
        { _id, orgId, status: { $in: [...unstartedStatuses] }, acts: { $ne: key }, ...unchanged },
        { $set: { closesAt }, $inc: { selfExtensions: 1 }, $push: { acts: key } },
      )
      return matchedCount === 1
    },
  }
}
