/** Members in MongoDB: name and authenticator secret sealed. One account per WeCom id, by the database's word. */
import { Schema, Types, type Connection } from 'mongoose'
import { plainRows, type Plain } from '../../mongo/plain-rows.js'
import type { Grant } from '../../../shared/contracts/staff.js'
import type { Language } from '../../../shared/contracts/text.js'
import { isDuplicateKey } from '../../mongo/duplicate-key.js'
import type { Vault } from '../../mongo/vault.js'
import type { Member } from './member.js'
import { memberSecrets, place, placeIn, type ById } from './member-secret-store.js'

export interface MemberRow {
  orgId: string
  userid: string
  name: Buffer
  language: Language
  grants: Grant[]
  /** Left out: they may not. */
  download?: boolean
  status: Member['status']
  secret?: Buffer
  /** The time step of the last code that was taken: an earlier one, or the same, is not taken again (RFC 6238, 5.2). */
  lastStep?: number
  wrongCodes: number
  lockedUntil?: Date
  lastSeenAt?: Date
  createdAt: Date
}

const schema = new Schema<MemberRow>(
  {
    orgId: { type: String, required: true },
    userid: { type: String, required: true },
    name: { type: Buffer, required: true },
    language: { type: String, required: true },
    grants: { type: [new Schema({ role: String, positionIds: Schema.Types.Mixed }, { _id: false })], required: true },
    download: Boolean,
    status: { type: String, required: true },
    secret: Buffer,
    lastStep: Number,
    wrongCodes: { type: Number, default: 0 },
    lockedUntil: Date,
    lastSeenAt: Date,
    createdAt: { type: Date, required: true },
  },
  { strict: 'throw', versionKey: false },
)
schema.index({ orgId: 1, userid: 1 }, { unique: true })
schema.index({ orgId: 1, 'grants.role': 1 })

export type MemberStore = ReturnType<typeof memberStore>
export type NewMember = Pick<Member, 'orgId' | 'userid' | 'name' | 'language' | 'grants'> & {
  id?: string
  download?: boolean
  createdAt: Date
}

export function memberStore(connection: Connection, vault: Vault) {
  const rows = plainRows<MemberRow>(connection, 'Member', schema)

  /** WeCom's id where the name cannot be read: nobody's names, sessions or rights depend on it. */
  async function nameIn({ _id, orgId, userid, name }: Plain<MemberRow>): Promise<string> {
    try {
      return await vault.open<string>(placeIn({ orgId, id: _id.toHexString() }, 'name'), name)
    } catch (error) {
      vault.tell(error)
      return userid
    }
  }

  async function toMember(row: Plain<MemberRow>): Promise<Member> {
    const { orgId, userid, language, status, lastStep, lockedUntil, lastSeenAt } = row
    const id = row._id.toHexString()
    return {
      id,
      orgId,
      userid,
      language,
      status,
      download: row.download === true,
      grants: row.grants.map(({ role, positionIds }) => ({ role, positionIds })),
      name: await nameIn(row),
      secondFactor: lastStep !== undefined,
      ...(lockedUntil && { lockedUntil }),
      ...(lastSeenAt && { lastSeenAt }),
    }
  }

  return {
    ready: () => rows.init(),
    newId: (): string => new Types.ObjectId().toHexString(),

    /** False when the organisation knows that userid. */
    async insert({ id = new Types.ObjectId().toHexString(), name, ...fresh }: NewMember): Promise<boolean> {
      if (await rows.exists({ orgId: fresh.orgId, userid: fresh.userid })) return false
      const sealed = await vault.seal(placeIn({ orgId: fresh.orgId, id }, 'name'), name)
      try {
        await rows.create({ ...fresh, _id: new Types.ObjectId(id), name: sealed, status: 'active' })
        return true
      } catch (error) {
        if (isDuplicateKey(error)) return false
        throw error
      }
    },

    async findById(orgId: string, id: string): Promise<Member | undefined> {
      const row = await rows.findOne(place({ orgId, id }))
      return row ? toMember(row) : undefined
    },

    async findByUserid(orgId: string, userid: string): Promise<Member | undefined> {
      const row = await rows.findOne({ orgId, userid })
      return row ? toMember(row) : undefined
    },

    async list(orgId: string): Promise<Member[]> {
      const found = await rows.find({ orgId }).sort({ userid: 1 })
      return Promise.all(found.map(toMember))
    },

    countAdmins: (orgId: string): Promise<number> =>
      rows.countDocuments({ orgId, 'grants.role': 'hr-admin', status: 'active' }),

    /** A disabled member's authenticator is forgotten: who comes back sets up a new one. */
    async update({
      orgId,
      id,
      name,
      grants,
      download,
      status,
    }: Pick<Member, 'orgId' | 'id' | 'name' | 'grants' | 'download' | 'status'>): Promise<void> {
      const sealed = await vault.seal(placeIn({ orgId, id }, 'name'), name)
      const forget = status === 'disabled' ? { $unset: { secret: 1, lastStep: 1, lockedUntil: 1 } } : {}
      await rows.updateOne(place({ orgId, id }), { $set: { name: sealed, grants, download, status }, ...forget })
    },

    async setLanguage(member: ById, language: Language): Promise<void> {
      await rows.updateOne(place(member), { $set: { language } })
    },

    async seen(member: ById, at: Date): Promise<void> {
      await rows.updateOne(place(member), { $set: { lastSeenAt: at } })
    },

    ...memberSecrets(rows, vault),
  }
}
