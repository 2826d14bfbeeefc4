/** Codes on their way, and phones and addresses that were proved, in MongoDB: none of them readable, only keyed hashes. */
import { Schema, type Connection } from 'mongoose'
import { plainRows } from '../../../mongo/plain-rows.js'
import type { Vault } from '../../../mongo/vault.js'
import { isDuplicateKey } from '../../../mongo/duplicate-key.js'
import { comparedEmail, mostWrongCodes, type ContactKind } from './contact-code.js'

interface Row {
  orgId: string
  openid: string
  /** The one of them that is the kind's. */
  phoneIndex?: string
  emailIndex?: string
}

interface CodeRow extends Row {
  codeHash: string
  sentAt: Date
  expiresAt: Date
  tries: number
}

interface ProofRow extends Row {
  provedAt: Date
}

export interface Asker {
  orgId: string
  openid: string
  /** Number or address. */
  contact: string
}

const kinds = {
  phone: { codes: 'PhoneCode', proofs: 'PhoneProof', field: 'phoneIndex', code: 'phone-code' },
  email: { codes: 'EmailCode', proofs: 'EmailProof', field: 'emailIndex', code: 'email-code' },
} as const

export type ContactProofStore = ReturnType<typeof contactProofStore>

export function contactProofStore(connection: Connection, vault: Pick<Vault, 'blindIndex'>, kind: ContactKind) {
  const { field, code: codeKind, ...names } = kinds[kind]
  const codes = plainRows<CodeRow>(connection, names.codes, schemas[kind].codes)
  const proofs = plainRows<ProofRow>(connection, names.proofs, schemas[kind].proofs)
  const indexOf = ({ orgId, contact }: Pick<Asker, 'orgId' | 'contact'>) =>
    vault.blindIndex(orgId, kind, kind === 'email' ? comparedEmail(contact) : contact)
  const hashOf = ({ orgId, openid }: Asker, code: string) => vault.blindIndex(orgId, codeKind, `${openid}:${code}`)

  return {
    ready: () => Promise.all([codes.init(), proofs.init()]),

    /** Under which quotas count a number or an address, without it. */
    keyOf: indexOf,

    async sentAt({ orgId, openid }: Pick<Asker, 'orgId' | 'openid'>): Promise<Date | undefined> {
      return (await codes.findOne({ orgId, openid }))?.sentAt
    },

    /** One code a WeChat: a new one ends the one before. */
    async keep(asker: Asker, code: { code: string; sentAt: Date; expiresAt: Date }): Promise<void> {
      const { orgId, openid } = asker
      const { sentAt, expiresAt } = code
      const fresh = { [field]: indexOf(asker), codeHash: hashOf(asker, code.code), sentAt, expiresAt, tries: 0 }
      await codes.updateOne({ orgId, openid }, { $set: fresh }, { upsert: true })
    },

    /** Takes one of the tries before it looks, so that guesses side by side do not get more; a right one is used up. */
    async redeem(asker: Asker, code: string, now: Date): Promise<'right' | 'wrong' | 'over'> {
      const { orgId, openid } = asker
      const open = {
        orgId,
        openid,
        [field]: indexOf(asker),
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
        await proofs.create({ orgId, openid, [field]: indexOf(asker), provedAt })
      } catch (error) {
        if (!isDuplicateKey(error)) throw error
      }
    },

    async isProved(asker: Asker): Promise<boolean> {
      const { orgId, openid } = asker
      return (await proofs.exists({ orgId, openid, [field]: indexOf(asker) })) !== null
    },
  }
}

type Field = (typeof kinds)[ContactKind]['field']

function codeSchema(field: Field): Schema<CodeRow> {
  const schema = new Schema<CodeRow>(
    {
      orgId: { type: String, required: true },
      openid: { type: String, required: true },
      [field]: { type: String, required: true },
      codeHash: { type: String, required: true },
      sentAt: { type: Date, required: true },
      expiresAt: { type: Date, required: true },
      tries: { type: Number, required: true },
    },
    { strict: 'throw', versionKey: false },
  )
  schema.index({ orgId: 1, openid: 1 }, { unique: true })
  return schema
}

function proofSchema(field: Field): Schema<ProofRow> {
  const schema = new Schema<ProofRow>(
    {
      orgId: { type: String, required: true },
      openid: { type: String, required: true },
      [field]: { type: String, required: true },
      provedAt: { type: Date, required: true },
    },
    { strict: 'throw', versionKey: false },
  )
  schema.index({ orgId: 1, openid: 1, [field]: 1 }, { unique: true })
  return schema
}

const schemasOf = (field: Field) => ({ codes: codeSchema(field), proofs: proofSchema(field) })
/** One of each: a second store on the same connection must bring the same. */
const schemas = { phone: schemasOf('phoneIndex'), email: schemasOf('emailIndex') }
