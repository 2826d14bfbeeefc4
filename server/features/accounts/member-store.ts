/** Members in MongoDB: name and authenticator secret sealed. One account per WeCom id, by the database's word. */
import { Schema, Types, type Connection } from 'mongoose'
import { plainRows, type Plain } from '../../mongo/plain-rows.js'
import type { Grant } from '../../../shared/contracts/staff.js'
import type { Language } from '../../../shared/contracts/text.js'
import { isDuplicateKey } from '../../mongo/duplicate-key.js'
import type { Place, Vault } from '../../mongo/vault.js'
import type { Member } from './member.js'

interface Row {
  orgId: string
  userid: string
  name: Buffer
  language: Language
  grants: Grant[]
  status: Member['status']
  secret?: Buffer
  /** The time step of the last code that was taken: an earlier one, or the same, is not taken again (RFC 6238, 5.2). */
  lastStep?: number
  wrongCodes: number
  lockedUntil?: Date
  lastSeenAt?: Date
  createdAt: Date
}

const schema = new Schema<Row>(
  {
    orgId: { type: String, required: true },
    userid: { type: String, required: true },
    name: { type: Buffer, required: true },
    language: { type: String, required: true },
    grants: { type: [new Schema({ role: String, positionIds: Schema.Types.Mixed }, { _id: false })], required: true },
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
  createdAt: Date
}
type ById = Pick<Member, 'orgId' | 'id'>

export function memberStore(connection: Connection, vault: Vault) {
  const rows = plainRows<Row>(connection, 'Member', schema)
  const placeIn = ({ orgId, id }: ById, field: 'name' | 'secret'): Place => ({
    orgId,
    ownerId: `member:${id}`,
    collection: 'members',
    id,
    field,
  })
  const place = ({ orgId, id }: ById) => ({ _id: new Types.ObjectId(id), orgId })

  /** WeCom's id where the name cannot be read: nobody's names, sessions or rights depend on it. */
  async function nameIn({ _id, orgId, userid, name }: Plain<Row>): Promise<string> {
    try {
      return await vault.open<string>(placeIn({ orgId, id: _id.toHexString() }, 'name'), name)
    } catch (error) {
      vault.tell(error)
      return userid
    }
  }

  async function toMember(row: Plain<Row>): Promise<Member> {
    const { orgId, userid, language, status, lastStep, lockedUntil, lastSeenAt } = row
    const id = row._id.toHexString()
    return {
      id,
      orgId,
      userid,
      language,
      status,
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
      status,
    }: Pick<Member, 'orgId' | 'id' | 'name' | 'grants' | 'status'>): Promise<void> {
      const sealed = await vault.seal(placeIn({ orgId, id }, 'name'), name)
      const forget = status === 'disabled' ? { $unset: { secret: 1, lastStep: 1, lockedUntil: 1 } } : {}
      await rows.updateOne(place({ orgId, id }), { $set: { name: sealed, grants, status }, ...forget })
    },

    async setLanguage(member: ById, language: Language): Promise<void> {
      await rows.updateOne(place(member), { $set: { language } })
    },

    async seen(member: ById, at: Date): Promise<void> {
      await rows.updateOne(place(member), { $set: { lastSeenAt: at } })
    },

    /** False when a secret is in use already. */
    async offerSecret(member: ById, secret: string): Promise<boolean> {
      const sealed = await vault.seal(placeIn(member, 'secret'), secret)
      const { matchedCount } = await rows.updateOne(
        { ...place(member), lastStep: { $exists: false } },
        { $set: { secret: sealed } },
      )
      return matchedCount === 1
    },

    /** They set up a new one when they next sign in. */
    async forgetSecret(member: ById): Promise<void> {
      await rows.updateOne(place(member), {
        $set: { wrongCodes: 0 },
        $unset: { secret: 1, lastStep: 1, lockedUntil: 1 },
      })
    },

    async secretOf(member: ById): Promise<string | undefined> {
      const row = await rows.findOne(place(member), { secret: 1 })
      return row?.secret && vault.open<string>(placeIn(member, 'secret'), row.secret)
    },

    /**
     * Counts a try before it is looked at, so that tries side by side are counted too; the last one is the lock itself, and a right
     * code takes it away. Undefined while locked.
     */
    async takeTry(
      member: ById,
      { now, most, lockedUntil }: { now: Date; most: number; lockedUntil: Date },
    ): Promise<number | undefined> {
      const open = { $or: [{ lockedUntil: { $exists: false } }, { lockedUntil: { $lte: now } }] }
      const before = { $or: [{ wrongCodes: { $exists: false } }, { wrongCodes: { $lt: most - 1 } }] }
      const counted = await rows
        .findOneAndUpdate(
          { $and: [place(member), open, before] },
          { $inc: { wrongCodes: 1 } },
          { returnDocument: 'after' },
        )
        .lean()
      if (counted) return counted.wrongCodes

      const { matchedCount } = await rows.updateOne(
        { $and: [place(member), open, { wrongCodes: { $gte: most - 1 } }] },
        { $set: { lockedUntil, wrongCodes: 0 } },
      )
      return matchedCount === 1 ? most : undefined
    },

    /** False when this step, or a later one, was taken before. */
    async takeStep(member: ById, step: number): Promise<boolean> {
      const fresh = { $or: [{ lastStep: { $exists: false } }, { lastStep: { $lt: step } }] }
      const { matchedCount } = await rows.updateOne(
        { $and: [place(member), fresh] },
        { $set: { lastStep: step, wrongCodes: 0 }, $unset: { lockedUntil: 1 } },
      )
      return matchedCount === 1
    },
  }
}
