/**
 * What came in, under its unique id, before anything is done about it; and the answer, before it is sent. What people typed is
 * sealed. `received → ready → answering → answered | unconfirmed | failed` (ADR 015).
 */
import { Schema, type Connection } from 'mongoose'
import { plainRows, type Plain, type PlainModel } from '../../mongo/plain-rows.js'
import type { AnswerWay, BotAnswer, Chat, Incoming } from '../../ports/group-bot.js'
import { claimOne, dueIn, leaseFields, type Leased } from '../../mongo/claim-one.js'
import { isDuplicateKey } from '../../mongo/duplicate-key.js'
import { organisationOwner, type Place, type Vault } from '../../mongo/vault.js'

export const inboxStatuses = ['received', 'ready', 'answering', 'answered', 'unconfirmed', 'failed'] as const
type InboxStatus = (typeof inboxStatuses)[number]

interface Row extends Leased {
  _id: string
  orgId: string
  chat: Chat
  status: InboxStatus
  receivedAt: Date
  /** Who, what: sealed. */
  sealed: Buffer
  answer?: Buffer
  /** The connection that brought it last, and the one that its answer was tried on. */
  heardOn: string
  answeredOn?: string
  way?: AnswerWay
  /** The platform does not take a reply to it any more. */
  pushOnly?: boolean
  code?: string
}

const schema = new Schema<Row>(
  {
    _id: String,
    orgId: { type: String, required: true },
    chat: {
      type: new Schema<Chat>(
        { id: { type: String, required: true }, kind: { type: String, required: true } },
        { _id: false },
      ),
      required: true,
    },
    status: { type: String, enum: inboxStatuses, required: true },
    receivedAt: { type: Date, required: true },
    sealed: { type: Buffer, required: true },
    answer: Buffer,
    heardOn: { type: String, required: true },
    answeredOn: String,
    way: String,
    pushOnly: Boolean,
    code: String,
    ...leaseFields,
  },
  { strict: 'throw', versionKey: false },
)
const keptSeconds = 30 * 24 * 3_600
schema.index({ orgId: 1, status: 1, receivedAt: 1, _id: 1 })
schema.index({ receivedAt: 1 }, { expireAfterSeconds: keptSeconds })

export interface ClaimedIncoming {
  orgId: string
  incoming: Incoming
  /** Claims so far, this one among them. */
  claims: number
  leaseUntil: Date
  pushOnly: boolean
  /** There once the command has run. */
  answer?: BotAnswer
}

export type BotInboxStore = ReturnType<typeof botInboxStore>
const idOf = (orgId: string, { msgid }: Pick<Incoming, 'msgid'>): string => `${orgId}:${msgid}`
const open = { status: { $in: ['received', 'ready'] as InboxStatus[] } }

export function botInboxStore(connection: Connection, vault: Vault) {
  const rows = plainRows<Row>(connection, 'BotIncoming', schema)
  const placeIn = (orgId: string, id: string, field: 'sealed' | 'answer'): Place => ({
    orgId,
    ownerId: organisationOwner,
    collection: 'botincomings',
    id,
    field,
  })

  async function claimed(row: Plain<Row>): Promise<ClaimedIncoming> {
    const { _id, orgId, sealed, answer } = row
    return {
      orgId,
      claims: row.attempts,
      leaseUntil: row.leaseUntil!,
      pushOnly: row.pushOnly ?? false,
      incoming: await vault.open<Incoming>(placeIn(orgId, _id, 'sealed'), sealed),
      ...(answer && { answer: await vault.open<BotAnswer>(placeIn(orgId, _id, 'answer'), answer) }),
    }
  }

  return {
    ready: () => rows.init(),

    /** Brought again it is not new. */
    async receive(orgId: string, incoming: Incoming, { heardOn, now }: { heardOn: string; now: Date }): Promise<void> {
      const _id = idOf(orgId, incoming)
      const sealed = await vault.seal(placeIn(orgId, _id, 'sealed'), incoming)
      try {
        await rows.create({ _id, orgId, chat: incoming.chat, status: 'received', receivedAt: now, sealed, heardOn })
      } catch (error) {
        if (!isDuplicateKey(error)) throw error
        await rows.updateOne({ _id }, { $set: { heardOn } })
        await reopen(rows, _id)
      }
    },

    dueNext: (orgId: string) => dueIn(rows, { orgId, ...open }),

    async claimNext(orgId: string, now: Date): Promise<ClaimedIncoming | undefined> {
      const row = await claimOne(rows, { filter: { orgId, ...open }, sort: { receivedAt: 1, _id: 1 }, now })
      return row ? claimed(row) : undefined
    },

    sealAnswer: (
      { orgId, incoming }: Pick<ClaimedIncoming, 'orgId' | 'incoming'>,
      answer: BotAnswer,
    ): Promise<Buffer> => vault.seal(placeIn(orgId, idOf(orgId, incoming), 'answer'), answer),

    ...takeOver(rows),
    ...steps(rows),
  }
}

/**
 * It may have been answered, by reply, on a connection that is gone; and the platform has brought it again since: so it was not
 * (ADR 015). After a push the platform cannot know, and nothing is sent again.
 */
async function reopen(rows: PlainModel<Row>, _id: string): Promise<void> {
  const row = await rows.findOne({ _id, status: 'unconfirmed', way: 'reply' })
  if (!row || row.heardOn === row.answeredOn) return
  await rows.updateOne(
    { _id, status: 'unconfirmed', answeredOn: row.answeredOn! },
    { $set: { status: 'ready' }, $unset: { leaseUntil: 1, way: 1, answeredOn: 1 } },
  )
}

function takeOver(rows: PlainModel<Row>) {
  return {
    /**
     * A new leader: whoever worked on these leads no more, and its writes find their claim gone. What was being sent may have
     * arrived.
     */
    async takeOver(orgId: string): Promise<void> {
      await rows.updateMany({ orgId, ...open }, { $unset: { leaseUntil: 1 } })
      await rows.updateMany(
        { orgId, status: 'answering' },
        { $set: { status: 'unconfirmed', code: 'process-died' }, $unset: { leaseUntil: 1 } },
      )
    },
  }
}

/** Writes under a claim do nothing once the message was taken over. */
function steps(rows: PlainModel<Row>) {
  const held = ({ orgId, incoming, leaseUntil }: ClaimedIncoming) => ({ _id: idOf(orgId, incoming), leaseUntil })

  return {
    async markReady(one: ClaimedIncoming, answer: Buffer): Promise<boolean> {
      const { matchedCount } = await rows.updateOne(held(one), { $set: { status: 'ready', answer, attempts: 0 } })
      return matchedCount === 1
    },

    /** Before the platform is called: from here on a crash leaves the fate unknown. */
    async markAnswering(
      one: ClaimedIncoming,
      { way, answeredOn }: { way: AnswerWay; answeredOn: string },
    ): Promise<boolean> {
      const { matchedCount } = await rows.updateOne(
        { ...held(one), status: 'ready' },
        { $set: { status: 'answering', way, answeredOn } },
      )
      return matchedCount === 1
    },

    async settle(one: ClaimedIncoming, status: 'answered' | 'unconfirmed' | 'failed', code?: string): Promise<void> {
      await rows.updateOne(held(one), {
        $set: { status, ...(code !== undefined && { code }) },
        $unset: { leaseUntil: 1 },
      })
      if (status === 'unconfirmed') await reopen(rows, held(one)._id)
    },

    /** The command failed: once more, at the earliest then. */
    async later(one: ClaimedIncoming, at: Date): Promise<void> {
      await rows.updateOne(held(one), { $set: { leaseUntil: at } })
    },

    /** Nothing arrived: once more, at the earliest then. */
    async again(one: ClaimedIncoming, { at, pushOnly }: { at: Date; pushOnly: boolean }): Promise<void> {
      await rows.updateOne(held(one), {
        $set: { status: 'ready', leaseUntil: at, ...(pushOnly && { pushOnly }) },
        $unset: { way: 1, answeredOn: 1 },
      })
    },
  }
}
