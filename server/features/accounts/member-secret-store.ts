/** A member's authenticator: its secret, the tries, and the steps that were taken. */
import { Types } from 'mongoose'
import type { PlainModel } from '../../mongo/plain-rows.js'
import type { Place, Vault } from '../../mongo/vault.js'
import type { Member } from './member.js'
import type { MemberRow } from './member-store.js'

export type ById = Pick<Member, 'orgId' | 'id'>

export const place = ({ orgId, id }: ById) => ({ _id: new Types.ObjectId(id), orgId })

export const placeIn = ({ orgId, id }: ById, field: 'name' | 'secret'): Place => ({
  orgId,
  ownerId: `member:${id}`,
  collection: 'members',
  id,
  field,
})

export function memberSecrets(rows: PlainModel<MemberRow>, vault: Vault) {
  return {
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
