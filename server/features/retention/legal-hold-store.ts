/** Files that must be kept although their time is up, or their deletion was asked for. The reason may name people, so it is sealed. */
import { Schema, type Connection } from 'mongoose'
import { plainRows } from '../../mongo/plain-rows.js'
import { organisationOwner, type Place, type Vault } from '../../mongo/vault.js'

export interface Hold {
  by: string
  at: Date
  reason: string
}

interface Row extends Omit<Hold, 'reason'> {
  _id: string
  orgId: string
  reason: Buffer
}

const schema = new Schema<Row>(
  {
    _id: String,
    orgId: { type: String, required: true },
    by: { type: String, required: true },
    at: { type: Date, required: true },
    reason: { type: Buffer, required: true },
  },
  { strict: 'throw', versionKey: false },
)

export type LegalHoldStore = ReturnType<typeof legalHoldStore>

export function legalHoldStore(connection: Connection, vault: Vault) {
  const rows = plainRows<Row>(connection, 'LegalHold', schema)
  const idOf = (orgId: string, candidateId: string) => `${orgId}:${candidateId}`
  const placeIn = (orgId: string, candidateId: string): Place => ({
    orgId,
    ownerId: organisationOwner,
    collection: 'legalholds',
    id: idOf(orgId, candidateId),
    field: 'reason',
  })

  return {
    ready: () => rows.init(),

    /** Set again, the newest reason counts. */
    async hold(orgId: string, candidateId: string, { by, at, reason }: Hold): Promise<void> {
      const sealed = await vault.seal(placeIn(orgId, candidateId), reason)
      const held = { $set: { orgId, by, at, reason: sealed } }
      await rows.updateOne({ _id: idOf(orgId, candidateId) }, held, { upsert: true })
    },

    async release(orgId: string, candidateId: string): Promise<void> {
      await rows.deleteOne({ _id: idOf(orgId, candidateId) })
    },

    async isHeld(orgId: string, candidateId: string): Promise<boolean> {
      return (await rows.exists({ _id: idOf(orgId, candidateId) })) !== null
    },

    async find(orgId: string, candidateId: string): Promise<Hold | undefined> {
      const row = await rows.findById(idOf(orgId, candidateId))
      if (!row) return undefined
      const { by, at, reason } = row
      return { by, at, reason: await vault.open<string>(placeIn(orgId, candidateId), reason) }
    },
  }
}
