/** The outbox in MongoDB. Writes under a claim do nothing once another process has taken the message over. */
import type { Connection } from 'mongoose'
import { plainRows, type Plain, type PlainModel } from '../../../mongo/plain-rows.js'
import { claimOne, dueIn, leaseMs } from '../../../mongo/claim-one.js'
import { isDuplicateKey } from '../../../mongo/duplicate-key.js'
import { organisationOwner, type Place, type Vault } from '../../../mongo/vault.js'
import { flat, idOf, messageSchema, toMessage, type MessageRow } from './message-row-store.js'
import type { Attempt, Message } from './message.js'

/** A message under a lease. */
export interface Claimed extends Message {
  leaseUntil: Date
  /** Claims without an orderly end since the last one. */
  claims: number
  /** What it says; `bodyOf` opens it. */
  sealed: Uint8Array
}

export type NewMessage = Omit<Message, 'id' | 'status' | 'ledger' | 'settledAt' | 'reason' | 'waitsFor'> & {
  dueAt: Date
}
type Settled = Pick<Message, 'ledger'> & { at: Date; reason?: string }
export type MessageStore = ReturnType<typeof messageStore>

const bodyPlace = ({ orgId, to, dedupeKey }: Pick<Message, 'orgId' | 'to' | 'dedupeKey'>): Place => ({
  orgId,
  ownerId: to.kind === 'candidate' ? to.candidateId : organisationOwner,
  collection: 'messages',
  id: dedupeKey,
  of: { to: idOf(to), ...(to.kind === 'candidate' && { applicationId: to.applicationId }) },
  field: 'body',
})

export function messageStore(connection: Connection, vault: Vault) {
  const rows = plainRows<MessageRow>(connection, 'Message', messageSchema)

  return {
    ready: () => rows.init(),

    /** The same key again changes nothing, whatever else is different. */
    async insertOnce({ to, ...fresh }: NewMessage, body: unknown): Promise<void> {
      const sealed = await vault.seal(bodyPlace({ ...fresh, to }), body)
      try {
        await rows.create({ ...fresh, ...flat(to), body: sealed, status: 'queued', ledger: [] })
      } catch (error) {
        if (!isDuplicateKey(error)) throw error
      }
    },

    async find(orgId: string, dedupeKey: string): Promise<Message | undefined> {
      const row = await rows.findOne({ orgId, dedupeKey })
      return row ? toMessage(row) : undefined
    },

    bodyOf: <Body>(claimed: Claimed): Promise<Body> => vault.open<Body>(bodyPlace(claimed), claimed.sealed),

    /** Of any organisation: a platform reports about its own ids. */
    async findTaken(platformId: string): Promise<Message | undefined> {
      const row = await rows.findOne({ 'ledger.platformId': platformId })
      return row ? toMessage(row) : undefined
    },

    /** A report about a message that nobody works on; `goOnAt`: it goes on by the next way. Nothing when it changed meanwhile. */
    async noteReport(
      { orgId, dedupeKey, status, settledAt }: Message,
      ledger: Attempt[],
      goOnAt?: Date,
    ): Promise<void> {
      const unchanged = { orgId, dedupeKey, status, ...(settledAt && { settledAt }), leaseUntil: { $exists: false } }
      const again = goOnAt && { $set: { ledger, status: 'queued' as const, dueAt: goOnAt }, $unset: { settledAt: 1 } }
      await rows.updateOne(unchanged, again ?? { $set: { ledger } })
    },

    /** The candidate tapped: what waited for it goes now. */
    async releaseTapped(orgId: string, openid: string, now: Date): Promise<void> {
      await rows.updateMany(
        { orgId, tapOpenid: openid, status: 'queued' },
        { $set: { dueAt: now }, $unset: { tapOpenid: 1 } },
      )
    },

    /** About one application where it is named: who may see that one need not see another. */
    async listOfCandidate(orgId: string, candidateId: string, applicationId?: string): Promise<Message[]> {
      const about = applicationId === undefined ? {} : { toApplication: applicationId }
      const ofThem = { orgId, toId: candidateId, toKind: 'candidate' as const, ...about }
      return (await rows.find(ofThem).sort({ queuedAt: 1, _id: 1 })).map(toMessage)
    },

    ...claims(rows),
  }
}

function claims(rows: PlainModel<MessageRow>) {
  async function updateClaimed(claimed: Claimed, update: object): Promise<boolean> {
    const { orgId, dedupeKey, leaseUntil } = claimed
    const { matchedCount } = await rows.updateOne({ orgId, dedupeKey, leaseUntil }, update)
    return matchedCount === 1
  }

  return {
    due: (now: Date) => dueIn(rows, { dueAt: { $lte: now } }),

    async claimDue(now: Date, { toGroup }: { toGroup: boolean } = { toGroup: true }): Promise<Claimed | undefined> {
      return claimedFrom(
        await claimOne(rows, {
          filter: { dueAt: { $lte: now }, ...(!toGroup && { toKind: { $ne: 'group' as const } }) },
          sort: { dueAt: 1, _id: 1 },
          now,
        }),
      )
    },

    async claimThis(
      { orgId, dedupeKey }: Pick<Message, 'orgId' | 'dedupeKey'>,
      now: Date,
    ): Promise<Claimed | undefined> {
      return claimedFrom(await claimOne(rows, { filter: { orgId, dedupeKey, dueAt: { $lte: now } }, now }))
    },

    /** Before the platform is called: from here on a crash leaves the fate unknown. Undefined when the claim was lost. */
    async markSending(claimed: Claimed, ledger: Attempt[], now: Date): Promise<Claimed | undefined> {
      const leaseUntil = new Date(now.getTime() + leaseMs)
      const kept = await updateClaimed(claimed, {
        $set: { status: 'sending', ledger, leaseUntil },
        $unset: { waitsFor: 1, tapOpenid: 1 },
      })
      return kept ? { ...claimed, status: 'sending', ledger, leaseUntil } : undefined
    },

    /** A channel refused it; the claim goes on with the next one. */
    async markRefused(claimed: Claimed, ledger: Attempt[]): Promise<Claimed | undefined> {
      const kept = await updateClaimed(claimed, { $set: { status: 'queued', ledger } })
      return kept ? { ...claimed, status: 'queued', ledger } : undefined
    },

    async requeue(
      claimed: Claimed,
      { ledger, dueAt, waitsFor, tapOpenid }: Pick<MessageRow, 'ledger' | 'waitsFor' | 'tapOpenid'> & { dueAt: Date },
    ): Promise<void> {
      await updateClaimed(claimed, {
        $set: {
          status: 'queued',
          ledger,
          dueAt,
          attempts: 0,
          ...(waitsFor && { waitsFor }),
          ...(tapOpenid && { tapOpenid }),
        },
        $unset: { leaseUntil: 1, ...(!tapOpenid && { tapOpenid: 1 }) },
      })
    },

    async settle(
      claimed: Claimed,
      status: 'sent' | 'unconfirmed' | 'failed' | 'dropped',
      { ledger, at, reason }: Settled,
    ): Promise<void> {
      await updateClaimed(claimed, {
        $set: { status, ledger, settledAt: at, attempts: 0, ...(reason !== undefined && { reason }) },
        $unset: { leaseUntil: 1, dueAt: 1, waitsFor: 1, tapOpenid: 1 },
      })
    },
  }
}

function claimedFrom(row: Plain<MessageRow> | null): Claimed | undefined {
  return row ? { ...toMessage(row), leaseUntil: row.leaseUntil!, claims: row.attempts, sealed: row.body } : undefined
}
