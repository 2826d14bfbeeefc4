/**
 * What candidates accepted in the mini-program: each accept carries one message of one template. The platform's own count has
 * the last word; a wrong one here costs a refused call, never a message.
 */
import { Schema, type Connection } from 'mongoose'
import { plainRows } from '../../../../../mongo/plain-rows.js'
import { isDuplicateKey } from '../../../../../mongo/duplicate-key.js'
import type { CandidateTemplate, SubscriptionChoice } from '../../../../../../shared/contracts/notifications.js'

interface Row {
  _id: string
  orgId: string
  openid: string
  template: CandidateTemplate
  credits: number
  /** Messages that took one and are still on their way: taking twice for the same message is once. */
  takenFor: string[]
}

const schema = new Schema<Row>(
  {
    _id: String,
    orgId: { type: String, required: true },
    openid: { type: String, required: true },
    template: { type: String, required: true },
    credits: { type: Number, required: true },
    takenFor: { type: [String], required: true },
  },
  { strict: 'throw', versionKey: false },
)

export interface Subscriber {
  orgId: string
  openid: string
  template: CandidateTemplate
}
export type SubscriptionStore = ReturnType<typeof subscriptionStore>

const idOf = ({ orgId, openid, template }: Subscriber) => `${orgId}:${openid}:${template}`

export function subscriptionStore(connection: Connection) {
  const rows = plainRows<Row>(connection, 'Subscription', schema)

  async function addOne(who: Subscriber): Promise<void> {
    const { orgId, openid, template } = who
    await rows.updateOne(
      { _id: idOf(who) },
      { $inc: { credits: 1 }, $setOnInsert: { orgId, openid, template, takenFor: [] } },
      { upsert: true },
    )
  }

  return {
    ready: () => rows.init(),

    /** `reject` and `filter` say nothing about accepts given before; `ban` ends them. */
    async record(who: Subscriber, choice: SubscriptionChoice): Promise<void> {
      if (choice === 'ban') await rows.updateOne({ _id: idOf(who) }, { $set: { credits: 0 } })
      if (choice !== 'accept') return
      await addOne(who).catch((error: unknown) => {
        if (!isDuplicateKey(error)) throw error
        return addOne(who) // two first accepts at once: the row is there now
      })
    },

    async creditsOf(who: Subscriber, dedupeKey: string): Promise<number> {
      const row = await rows.findById(idOf(who))
      return row?.takenFor.includes(dedupeKey) ? row.credits + 1 : (row?.credits ?? 0)
    },

    /** Takes one for this message; false when none is left. */
    async take(who: Subscriber, dedupeKey: string): Promise<boolean> {
      const { matchedCount } = await rows.updateOne(
        { _id: idOf(who), credits: { $gt: 0 }, takenFor: { $ne: dedupeKey } },
        { $inc: { credits: -1 }, $push: { takenFor: dedupeKey } },
      )
      return matchedCount === 1 || (await rows.exists({ _id: idOf(who), takenFor: dedupeKey })) !== null
    },

    /** The platform surely did not take the message. */
    async giveBack(who: Subscriber, dedupeKey: string): Promise<void> {
      await rows.updateOne(
        { _id: idOf(who), takenFor: dedupeKey },
        { $inc: { credits: 1 }, $pull: { takenFor: dedupeKey } },
      )
    },

    /** It is used up: sent, or perhaps sent. */
    async spend(who: Subscriber, dedupeKey: string): Promise<void> {
      await rows.updateOne({ _id: idOf(who) }, { $pull: { takenFor: dedupeKey } })
    },

    /** The platform says that nothing is left. */
    async clear(who: Subscriber, dedupeKey: string): Promise<void> {
      await rows.updateOne({ _id: idOf(who) }, { $set: { credits: 0 }, $pull: { takenFor: dedupeKey } })
    },
  }
}
