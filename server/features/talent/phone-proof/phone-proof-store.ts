/** Codes on their way and proved phones in MongoDB: no number and no code, only keyed hashes of them. */
import { Schema, type Connection } from 'mongoose'
import { plainRows } from '../../../mongo/plain-rows.js'
import type { Vault } from '../../../mongo/vault.js'
import { isDuplicateKey } from '../../../mongo/duplicate-key.js'
import { mostWrongCodes } from './phone-code.js'

interface CodeRow {
  orgId: string
  openid: string
  phoneIndex: string
  codeHash: string
  sentAt: Date
  expiresAt: Date
  tries: number
}

interface ProofRow {
  orgId: string
  openid: string
  phoneIndex: string
  provedAt: Date
}

const codeSchema = new Schema<CodeRow>(
  {
    orgId: { type: String, required: true },
    openid: { type: String, required: true },
    phoneIndex: { type: String, required: true },
    codeHash: { type: String, required: true },
    sentAt: { type: Date, required: true },
    expiresAt: { type: Date, required: true },
    tries: { type: Number, required: true },
  },
  { strict: 'throw', versionKey: false },
)
codeSchema.index({ orgId: 1, openid: 1 }, { unique: true })

const proofSchema = new Schema<ProofRow>(
  {
    orgId: { type: String, required: true },
    openid: { type: String, required: true },
    phoneIndex: { type: String, required: true },
    provedAt: { type: Date, required: true },
  },
  { strict: 'throw', versionKey: false },
)
proofSchema.index({ orgId: 1, openid: 1, phoneIndex: 1 }, { unique: true })

export interface Asker {
  orgId: string
  openid: string
  phone: string
}

export type PhoneProofStore = ReturnType<typeof phoneProofStore>

export function phoneProofStore(connection: Connection, vault: Pick<Vault, 'blindIndex'>) {
  const codes = plainRows<CodeRow>(connection, 'PhoneCode', codeSchema)
  const proofs = plainRows<ProofRow>(connection, 'PhoneProof', proofSchema)
  const phoneIndex = ({ orgId, phone }: Pick<Asker, 'orgId' | 'phone'>) => vault.blindIndex(orgId, 'phone', phone)
  const hashOf = ({ orgId, openid }: Asker, code: string) => vault.blindIndex(orgId, 'phone-code', `${openid}:${code}`)

  return {
    ready: () => Promise.all([codes.init(), proofs.init()]),

    /** Under which quotas count a number, without it. */
    keyOf: phoneIndex,

    async sentAt({ orgId, openid }: Pick<Asker, 'orgId' | 'openid'>): Promise<Date | undefined> {
      return (await codes.findOne({ orgId, openid }))?.sentAt
    },

    /** One code a WeChat: a new one ends the one before. */
    async keep(asker: Asker, code: { code: string; sentAt: Date; expiresAt: Date }): Promise<void> {
      const { orgId, openid } = asker
      const { sentAt, expiresAt } = code
      const fresh = { phoneIndex: phoneIndex(asker), codeHash: hashOf(asker, code.code), sentAt, expiresAt, tries: 0 }
      await codes.updateOne({ orgId, openid }, { $set: fresh }, { upsert: true })
    },

    /** Takes one of the tries before it looks, so that guesses side by side do not get more; a right one is used up. */
    async redeem(asker: Asker, code: string, now: Date): Promise<'right' | 'wrong' | 'over'> {
      const { orgId, openid } = asker
      const open = {
        orgId,
        openid,
        phoneIndex: phoneIndex(asker),
        expiresAt: { $gt: now },
        tries: { $lt: mostWrongCodes },
      }
      const tried = await codes.findOneAndUpdate(open, { $inc: { tries: 1 } }, { returnDocument: 'after' })
      if (!tried) return 'over'
      const { deletedCount } = await codes.deleteOne({ _id: tried._id, codeHash: hashOf(asker, code) })
      return deletedCount > 0 ? 'right' : 'wrong'
    },

    async prove(asker: Asker, provedAt: Date): Promise<void> {
      const { orgId, openid } = asker
      try {
        await proofs.create({ orgId, openid, phoneIndex: phoneIndex(asker), provedAt })
      } catch (error) {
        if (!isDuplicateKey(error)) throw error
      }
    },

    async isProved(asker: Asker): Promise<boolean> {
      const { orgId, openid } = asker
      return (await proofs.exists({ orgId, openid, phoneIndex: phoneIndex(asker) })) !== null
    },
  }
}
