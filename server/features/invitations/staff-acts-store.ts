/** What staff do to an invitation. Each act has a key: done again after a crash, it returns what the first one left. */
import { Types, type QueryFilter, type UpdateQuery } from 'mongoose'
import type { PlainModel } from '../../mongo/plain-rows.js'
import type { Scope } from '../../ports/staff.js'
import { isDuplicateKey } from '../../mongo/duplicate-key.js'
import { asNews } from './invitation-news-store.js'
import type { LinkTokens } from './invitation-store.js'
import { toInvitation, type InvitationRow } from './invitation-row-store.js'
import { maxWrongTails, overStatuses, statusOnReopening, unstartedStatuses, type Invitation } from './invitation.js'

interface Act {
  key: string
  filter: QueryFilter<InvitationRow>
  update: UpdateQuery<InvitationRow>
}

export function staffActs(rows: PlainModel<InvitationRow>, tokens: LinkTokens) {
  /** Undefined when the invitation is not in a state for it. */
  async function actOnce({ id, orgId }: Invitation, { key, filter, update }: Act): Promise<Invitation | undefined> {
    const _id = new Types.ObjectId(id)
    const before = await rows.findOne({ _id, orgId, acts: key })
    if (before) return toInvitation(before)
    const row = await rows.findOneAndUpdate(
      { _id, orgId, ...filter },
      { ...update, $push: { acts: key } },
      { returnDocument: 'after' },
    )
    return row ? toInvitation(row) : undefined
  }

  return {
    /** Also opens one again that had expired or was revoked; undefined too when the candidate has a newer live one. */
    async extend(
      invitation: Invitation,
      { closesAt, key, at }: { closesAt: Date; key: string; at: Date },
    ): Promise<Invitation | undefined> {
      const isOver = overStatuses.includes(invitation.status)
      const status = isOver ? statusOnReopening(invitation) : invitation.status
      const act = {
        key,
        filter: { status: { $in: [...unstartedStatuses, ...overStatuses] } },
        update: { $set: { closesAt, status, ...(isOver && asNews('reopened', at)) } },
      } as const
      return actOnce(invitation, act as unknown as Act).catch((error: unknown) => {
        if (isDuplicateKey(error)) return undefined
        throw error
      })
    },

    revoke: (invitation: Invitation, { key, at }: { key: string; at: Date }): Promise<Invitation | undefined> =>
      actOnce(invitation, {
        key,
        filter: { status: { $in: [...unstartedStatuses] } },
        update: { $set: { status: 'revoked', ...asNews('lapsed', at) }, $unset: { leaseUntil: 1 } },
      }),

    /** Belongs to nobody again, under a new link. Undefined when the interview was begun. */
    unbind(invitation: Invitation, key: string): Promise<Invitation | undefined> {
      const linkVersion = invitation.linkVersion + 1
      const tokenHash = tokens.hashOf(tokens.tokenOf({ ...invitation, linkVersion }))
      return actOnce(invitation, {
        key,
        filter: { status: { $in: [...unstartedStatuses] }, linkVersion: invitation.linkVersion },
        update: {
          $set: { linkVersion, tokenHash, wrongTails: 0, status: 'sent' },
          $unset: { boundOpenid: 1, verifiedOpenid: 1, openedAt: 1, leaseUntil: 1, notBefore: 1 },
        },
      })
    },

    unlock: (invitation: Invitation, key: string): Promise<Invitation | undefined> =>
      actOnce(invitation, {
        key,
        filter: { wrongTails: { $gte: maxWrongTails } },
        update: { $set: { wrongTails: 0 } },
      }),

    /** It went out once more; one that was opened stays opened. */
    async markSentAgain({ id, orgId }: Invitation, { at, via }: { at: Date; via: string }): Promise<void> {
      const _id = new Types.ObjectId(id)
      await rows.updateOne(
        { _id, orgId, status: { $in: [...unstartedStatuses] } },
        { $set: { sentAt: at, sentVia: via } },
      )
      await rows.updateOne(
        { _id, orgId, status: { $in: ['queued', 'unconfirmed'] } },
        { $set: { status: 'sent' }, $unset: { leaseUntil: 1, notBefore: 1 } },
      )
    },

    /** Queued and first opened since then, within these positions. */
    async countSince(
      orgId: string,
      { since, scope }: { since: Date; scope: Scope },
    ): Promise<{ invited: number; opened: number }> {
      const within = scope === 'all' ? {} : { positionId: { $in: [...scope] } }
      const [invited, opened] = await Promise.all([
        rows.countDocuments({ orgId, queuedAt: { $gte: since }, ...within }),
        rows.countDocuments({ orgId, openedAt: { $gte: since }, ...within }),
      ])
      return { invited, opened }
    },
  }
}
