/** Call-backs in MongoDB: unique by their key, content sealed, the status is the queue. They are deleted after a month. */
import { Schema, type Connection } from 'mongoose'
import { plainRows, type Plain } from '../../mongo/plain-rows.js'
import { claimOne, dueIn, leaseFields, type Leased } from '../../mongo/claim-one.js'
import { isDuplicateKey } from '../../mongo/duplicate-key.js'
import { organisationOwner, type Place, type Vault } from '../../mongo/vault.js'
import type { CallbackMessage } from '../../ports/platform-callback.js'
import { callbackStatuses, type Callback, type CallbackStatus } from './callback.js'

interface CallbackRow extends Leased {
  orgId: string
  key: string
  type: string
  status: CallbackStatus
  receivedAt: Date
  settledAt?: Date
  body: Buffer
}

const keptSeconds = 30 * 24 * 3_600

const schema = new Schema<CallbackRow>(
  {
    orgId: { type: String, required: true },
    key: { type: String, required: true },
    type: { type: String, required: true },
    status: { type: String, enum: callbackStatuses, required: true },
    receivedAt: { type: Date, required: true },
    settledAt: Date,
    body: { type: Buffer, required: true },
    ...leaseFields,
  },
  { strict: 'throw', versionKey: false },
)
schema.index({ orgId: 1, key: 1 }, { unique: true })
schema.index({ status: 1, _id: 1 })
schema.index({ receivedAt: 1 }, { expireAfterSeconds: keptSeconds })

export interface ClaimedCallback extends Callback {
  receivedAt: Date
}

const received = { status: 'received' } as const
export type CallbackStore = ReturnType<typeof callbackStore>

export function callbackStore(connection: Connection, vault: Vault) {
  const rows = plainRows<CallbackRow>(connection, 'Callback', schema)
  const bodyPlace = (orgId: string, key: string): Place => ({
    orgId,
    ownerId: organisationOwner,
    collection: 'callbacks',
    id: key,
    field: 'body',
  })

  async function opened(row: Plain<CallbackRow>): Promise<ClaimedCallback> {
    const { orgId, key, attempts, receivedAt } = row
    const message = await vault.open<CallbackMessage>(bodyPlace(orgId, key), row.body)
    return { orgId, message, attempts, receivedAt, leaseUntil: row.leaseUntil! }
  }

  return {
    ready: () => rows.init(),

    /** False when this very message was taken before. */
    async insertOnce(orgId: string, message: CallbackMessage, receivedAt: Date): Promise<boolean> {
      const { key, type } = message
      const body = await vault.seal(bodyPlace(orgId, key), message)
      try {
        await rows.create({ orgId, key, type, status: 'received', receivedAt, body })
        return true
      } catch (error) {
        if (isDuplicateKey(error)) return false
        throw error
      }
    },

    dueReceived: () => dueIn(rows, received),

    async claimReceived(now: Date): Promise<ClaimedCallback | undefined> {
      const row = await claimOne(rows, { filter: received, now })
      return row ? opened(row) : undefined
    },

    /** Does nothing once another process has taken it over. */
    async settle(
      { orgId, message, leaseUntil }: Callback,
      status: Exclude<CallbackStatus, 'received'>,
      settledAt: Date,
    ): Promise<void> {
      await rows.updateOne(
        { orgId, key: message.key, leaseUntil },
        { $set: { status, settledAt }, $unset: { leaseUntil: 1 } },
      )
    },

    async findStatus(orgId: string, key: string): Promise<CallbackStatus | undefined> {
      return (await rows.findOne({ orgId, key }, 'status').lean())?.status
    },
  }
}
