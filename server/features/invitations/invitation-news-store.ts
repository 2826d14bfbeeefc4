/** Invitations as a queue of news for the flow. The lease is the one of sending: what has lapsed is not sent any more. */
import { Types } from 'mongoose'
import { claimOne, dueIn } from '../../mongo/claim-one.js'
import type { PlainModel } from '../../mongo/plain-rows.js'
import { toInvitation, type InvitationRow } from './invitation-row-store.js'
import type { Invitation, InvitationNews } from './invitation.js'

export interface ClaimedNews {
  invitation: Invitation
  news: InvitationNews
  at: Date
  /** Counts this one; more than `maxAttempts` means give up. */
  attempts: number
  leaseUntil: Date
}

/** Set in the same write as what happened. The tries of sending do not count for the news. */
export const asNews = (news: InvitationNews, newsAt: Date) => ({ news, newsAt, attempts: 0 })

/** Any word: the index finds those at once, where `$exists` would read every invitation. */
const withNews = { news: { $gte: '' as InvitationNews } }

export function invitationNews(rows: PlainModel<InvitationRow>) {
  return {
    dueNews: () => dueIn(rows, withNews),

    async claimNews(now: Date): Promise<ClaimedNews | undefined> {
      const row = await claimOne(rows, { filter: withNews, sort: { news: 1, _id: 1 }, now })
      if (!row?.news || !row.newsAt || !row.leaseUntil) return undefined
      const { news, newsAt: at, attempts, leaseUntil } = row
      return { invitation: toInvitation(row), news, at, attempts, leaseUntil }
    },

    /** What the claim saw was followed. News that came meanwhile stay in the queue. */
    async settleNews({ invitation, news, at, leaseUntil }: ClaimedNews): Promise<void> {
      const _id = new Types.ObjectId(invitation.id)
      await rows.updateOne({ _id, news, newsAt: at }, { $unset: { news: 1, newsAt: 1 } })
      await rows.updateOne({ _id, leaseUntil }, { $set: { attempts: 0 }, $unset: { leaseUntil: 1 } })
    },
  }
}
