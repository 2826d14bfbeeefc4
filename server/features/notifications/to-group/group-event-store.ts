/**
 * What HR's group is told, and when the group last had a card. An event is unique by its key; the desk of an organisation is
 * the lease under which its events become cards.
 */
import { Schema, Types, type Connection } from 'mongoose'
import { plainRows } from '../../../mongo/plain-rows.js'
import type { Bilingual } from '../../../../shared/contracts/text.js'
import { eachLanguage } from '../../../texts/in-every-language.js'
import { claimOne, leaseFields, type Due, type Leased } from '../../../mongo/claim-one.js'
import { isDuplicateKey } from '../../../mongo/duplicate-key.js'
import type { About } from '../about.js'
import { aboutSchema } from '../outbox/message-row-store.js'
import { groupEventKinds, type GroupEventKind } from './group-event-kinds.js'

export interface GroupEvent {
  orgId: string
  /** What happened, once: for example `report-ready:<reportId>`. */
  key: string
  kind: GroupEventKind
  about: About
  /** Absent when it is about no single candidate. */
  candidateId?: string
  /** Of a report: what its buttons decide on. */
  applicationId?: string
  positionTitle?: Bilingual
  at: Date
  /** Facts that everybody in the group may read, such as "6 / 6 题已评". Never scores, answers, phone or contact. */
  details?: Bilingual
}

interface EventRow extends GroupEvent {
  /** Number of the card it stands on. */
  card?: number
  posted: boolean
}

interface DeskRow extends Leased {
  orgId: string
  /** Number of the last card that was begun. */
  card: number
  cardAt?: Date
}

export interface Desk {
  orgId: string
  card: number
  cardAt?: Date
  leaseUntil: Date
}

const text = new Schema<Bilingual>(
  eachLanguage(() => String),
  { _id: false },
)

const eventSchema = new Schema<EventRow>(
  {
    orgId: { type: String, required: true },
    key: { type: String, required: true },
    kind: { type: String, enum: groupEventKinds, required: true },
    about: { type: aboutSchema, required: true },
    candidateId: String,
    applicationId: String,
    positionTitle: text,
    at: { type: Date, required: true },
    details: text,
    card: Number,
    posted: { type: Boolean, required: true },
  },
  { strict: 'throw', versionKey: false },
)
eventSchema.index({ orgId: 1, key: 1 }, { unique: true })
eventSchema.index({ orgId: 1, candidateId: 1 })
eventSchema.index({ posted: 1, orgId: 1, card: 1 })

const deskSchema = new Schema<DeskRow>(
  { orgId: { type: String, required: true }, card: { type: Number, required: true }, cardAt: Date, ...leaseFields },
  { strict: 'throw', versionKey: false },
)
deskSchema.index({ orgId: 1 }, { unique: true })

/** More than a card holds as lines; beyond that it counts, and the rest goes on the next one. */
const mostOnOneCard = 500
export type GroupEventStore = ReturnType<typeof groupEventStore>

export function groupEventStore(connection: Connection) {
  const events = plainRows<EventRow>(connection, 'GroupEvent', eventSchema)
  const desks = plainRows<DeskRow>(connection, 'GroupDesk', deskSchema)

  const known = new Map<string, Date>()

  async function unlessThere(write: Promise<unknown>): Promise<void> {
    await write.catch((error: unknown) => {
      if (!isDuplicateKey(error)) throw error
    })
  }

  return {
    ready: () => Promise.all([events.init(), desks.init()]),

    async insertOnce(event: GroupEvent): Promise<void> {
      await unlessThere(events.create({ ...event, posted: false }))
    },

    /** News that stand on no card yet, also while it is too early for the next one. */
    dueNews: (): Due => ({ collection: events.collection.name, filter: { posted: false } }),

    /** Organisations whose group has not heard of something yet: one look into the index each, however much waits. */
    async orgsWithNews(): Promise<string[]> {
      const found: string[] = []
      for (;;) {
        const row = await events
          .findOne({ posted: false, orgId: { $gt: found.at(-1) ?? '' } }, 'orgId')
          .sort({ orgId: 1 })
          .lean()
        if (!row) return found
        found.push(row.orgId)
      }
    },

    async lastCardAt(orgId: string): Promise<Date | undefined> {
      const cardAt = (await desks.findOne({ orgId }).lean())?.cardAt
      if (cardAt) known.set(orgId, cardAt)
      return cardAt
    },

    /** The last card that this process has seen or begun; another process may have begun a later one. */
    knownCardAt: (orgId: string): Date | undefined => known.get(orgId),

    async claimDesk(orgId: string, now: Date): Promise<Desk | undefined> {
      if (!(await desks.exists({ orgId }))) await unlessThere(desks.create({ orgId, card: 0 }))
      const row = await claimOne(desks, { filter: { orgId }, now })
      return row
        ? { orgId, card: row.card, leaseUntil: row.leaseUntil!, ...(row.cardAt && { cardAt: row.cardAt }) }
        : undefined
    },

    /** Undefined when the desk was taken over meanwhile. */
    async beginCard(desk: Desk, now: Date): Promise<Desk | undefined> {
      const { orgId, leaseUntil } = desk
      const next = { card: desk.card + 1, cardAt: now }
      const { matchedCount } = await desks.updateOne({ orgId, leaseUntil }, { $set: next })
      if (matchedCount !== 1) return undefined
      known.set(orgId, now)
      return { ...desk, ...next }
    },

    async putNewsOnCard({ orgId, card }: Desk): Promise<void> {
      const free = await events
        .find({ orgId, posted: false, card: { $exists: false } })
        .sort({ at: 1, _id: 1 })
        .limit(mostOnOneCard)
      const ids = free.map(({ _id }) => new Types.ObjectId(_id.toHexString()))
      await events.updateMany({ _id: { $in: ids }, orgId, card: { $exists: false } }, { $set: { card } })
    },

    /** Number of a card that was begun by a process that did not finish it. */
    async unfinishedCard(orgId: string): Promise<number | undefined> {
      const row = await events
        .findOne({ orgId, posted: false, card: { $gte: 0 } }, 'card')
        .sort({ card: 1 })
        .lean()
      return row?.card
    },

    /** Events of a card that has not been handed to the outbox yet. */
    async unpostedOn({ orgId, card }: Desk): Promise<GroupEvent[]> {
      const found = await events.find({ orgId, card, posted: false }).sort({ at: 1, _id: 1 })
      return found.map((row) => {
        const { _id, card: _card, posted: _posted, ...event } = row
        return event
      })
    },

    async markPosted({ orgId, card }: Desk): Promise<void> {
      await events.updateMany({ orgId, card }, { $set: { posted: true } })
    },

    async leaveDesk({ orgId, leaseUntil }: Desk): Promise<void> {
      await desks.updateOne({ orgId, leaseUntil }, { $set: { attempts: 0 }, $unset: { leaseUntil: 1 } })
    },
  }
}
