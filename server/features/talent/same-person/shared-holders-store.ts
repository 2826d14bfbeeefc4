/**
 * Two files that staff call one person share their holders: whoever holds an application of one by themselves holds those of the other
 * `by: merge`. What comes later is shared when it comes: the other file first and the own row last, so that whoever tries again after a
 * crash finds the rest still to do. Pairs are not chained: a third file shares with those it was judged with.
 */
import { Types, type QueryFilter } from 'mongoose'
import type { PlainModel } from '../../../mongo/plain-rows.js'
import type { Application, Holder } from '../application.js'
import type { ApplicationRow } from '../application-row-store.js'

type Which = Pick<Application, 'orgId' | 'id'>
/** Ids of the files that are the same person as this one. */
export type SamePeopleOf = (orgId: string, candidateId: string) => Promise<string[]>

export function sharedHolders(rows: PlainModel<ApplicationRow>, samePeopleOf: SamePeopleOf) {
  const byId = ({ orgId, id }: Which) => ({ _id: new Types.ObjectId(id), orgId })
  const ofFiles = (orgId: string, candidateIds: readonly string[]): QueryFilter<ApplicationRow> => ({
    orgId,
    candidateId: { $in: [...candidateIds] },
  })

  /** Once per WeChat: who is there already stays where they are. */
  const push = (where: QueryFilter<ApplicationRow>, holder: Holder) =>
    rows.updateMany({ ...where, 'holders.openid': { $ne: holder.openid } }, { $push: { holders: holder } })

  async function othersOf(orgId: string, candidateId: string): Promise<QueryFilter<ApplicationRow> | undefined> {
    const ids = await samePeopleOf(orgId, candidateId)
    return ids.length > 0 ? ofFiles(orgId, ids) : undefined
  }

  const own = (holders: readonly Holder[]) => holders.filter(({ by }) => by !== 'merge')

  return {
    /** What a new application of this file starts with, besides its own holders, who come to the other files. */
    async holdersOfNew(orgId: string, candidateId: string, fresh: readonly Holder[], at: Date): Promise<Holder[]> {
      const others = await othersOf(orgId, candidateId)
      if (!others) return [...fresh]
      for (const { openid } of fresh) await push(others, { openid, by: 'merge', at })
      const openids = new Set(
        (await rows.find(others)).flatMap(({ holders }) => own(holders).map(({ openid }) => openid)),
      )
      for (const { openid } of fresh) openids.delete(openid)
      return [...[...openids].map((openid): Holder => ({ openid, by: 'merge', at })), ...fresh]
    },

    /** An own act or a proof takes the place of what was only shared, and stays when the files are parted. */
    async add(which: Which, fresh: Holder): Promise<void> {
      const row = await rows.findOne(byId(which)).select('candidateId')
      if (fresh.by !== 'merge' && row) {
        const others = await othersOf(which.orgId, row.candidateId)
        if (others) await push(others, { ...fresh, by: 'merge' })
        await rows.updateOne(byId(which), { $pull: { holders: { openid: fresh.openid, by: 'merge' } } })
      }
      await push(byId(which), fresh)
    },

    async remove(which: Which, openid: string): Promise<void> {
      const row = await rows.findOneAndUpdate(byId(which), { $pull: { holders: { openid } } })
      const others = row && (await othersOf(which.orgId, row.candidateId))
      if (!row || !others) return
      const left = await rows.find(ofFiles(which.orgId, [row.candidateId]))
      if (left.some(({ holders }) => own(holders).some((one) => one.openid === openid))) return
      await rows.updateMany(others, { $pull: { holders: { openid, by: 'merge' } } })
    },

    /** What these files held together only because staff said that they are one person. */
    async removeMerged(orgId: string, candidateIds: readonly string[]): Promise<void> {
      await rows.updateMany(ofFiles(orgId, candidateIds), { $pull: { holders: { by: 'merge' } } })
    },
  }
}
