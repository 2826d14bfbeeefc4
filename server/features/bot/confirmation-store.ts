/** Cards that wait for one press: five minutes, once, by the one who asked. What was asked may quote a reason, so it is sealed. */
import { Schema, type Connection } from 'mongoose'
import { plainRows } from '../../mongo/plain-rows.js'
import type { Language } from '../../../shared/contracts/text.js'
import { isDuplicateKey } from '../../mongo/duplicate-key.js'
import { organisationOwner, type Place, type Vault } from '../../mongo/vault.js'
import type { Args } from './command.js'

/** What is done when the button is pressed. */
export interface Asking {
  verb: string
  args: Args
  /** Of a confirmation: all of them. Of a choice: one button each. */
  applicationIds: string[]
  title: string
}

export interface Confirmation {
  cardId: string
  orgId: string
  kind: 'confirm' | 'choose'
  /** WeCom's id of the one who asked. */
  asker: string
  language: Language
  expiresAt: Date
  asking: Asking
}

interface Row extends Omit<Confirmation, 'asking' | 'cardId'> {
  _id: string
  sealed: Buffer
  /** The press that was first. */
  takenBy?: string
}

const schema = new Schema<Row>(
  {
    _id: String,
    orgId: { type: String, required: true },
    kind: { type: String, enum: ['confirm', 'choose'], required: true },
    asker: { type: String, required: true },
    language: { type: String, required: true },
    expiresAt: { type: Date, required: true },
    sealed: { type: Buffer, required: true },
    takenBy: String,
  },
  { strict: 'throw', versionKey: false },
)
const keptSeconds = 7 * 24 * 3_600 // so that a late press is told that it is late
schema.index({ expiresAt: 1 }, { expireAfterSeconds: keptSeconds })

export type ConfirmationStore = ReturnType<typeof confirmationStore>

export function confirmationStore(connection: Connection, vault: Vault) {
  const rows = plainRows<Row>(connection, 'Confirmation', schema)
  const idOf = (orgId: string, cardId: string) => `${orgId}:${cardId}`
  /** Who may press is part of it. */
  const placeIn = ({ orgId, cardId, asker, kind }: Omit<Confirmation, 'asking'>): Place => ({
    orgId,
    ownerId: organisationOwner,
    collection: 'confirmations',
    id: idOf(orgId, cardId),
    of: { asker, kind },
    field: 'sealed',
  })

  return {
    ready: () => rows.init(),

    async insertOnce({ cardId, asking, ...plain }: Confirmation): Promise<void> {
      const sealed = await vault.seal(placeIn({ cardId, ...plain }), asking)
      try {
        await rows.create({ _id: idOf(plain.orgId, cardId), ...plain, sealed })
      } catch (error) {
        if (!isDuplicateKey(error)) throw error
      }
    },

    async find(orgId: string, cardId: string): Promise<Confirmation | undefined> {
      const row = await rows.findOne({ _id: idOf(orgId, cardId), orgId }).lean()
      if (!row) return undefined
      const { _id, sealed, takenBy: _takenBy, ...plain } = row
      const place = placeIn({ cardId, ...plain })
      return { cardId, ...plain, asking: await vault.open<Asking>(place, Buffer.from(sealed.buffer)) }
    },

    /** True for the first press, and for the same press again after a crash. */
    async take(
      { orgId, cardId }: Pick<Confirmation, 'orgId' | 'cardId'>,
      { pressId, now }: { pressId: string; now: Date },
    ): Promise<boolean> {
      const _id = idOf(orgId, cardId)
      const { matchedCount } = await rows.updateOne(
        { _id, orgId, takenBy: { $exists: false }, expiresAt: { $gt: now } },
        { $set: { takenBy: pressId } },
      )
      return matchedCount === 1 || (await rows.exists({ _id, orgId, takenBy: pressId })) !== null
    },
  }
}
