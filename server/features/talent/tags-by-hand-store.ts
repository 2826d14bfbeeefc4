/** What staff say of somebody's abilities, sealed with the application it is about. */
import { Types } from 'mongoose'
import { unavailable } from '../../errors.js'
import type { PlainModel } from '../../mongo/plain-rows.js'
import type { Place, Vault } from '../../mongo/vault.js'
import type { TagByHand } from './ability-tags.js'
import type { ApplicationRow } from './application-row-store.js'

export interface WhichTags {
  orgId: string
  id: string
  candidateId: string
}

/** Two members at once; a third try is never needed by people. */
const mostTries = 5

export function tagsByHand(rows: PlainModel<ApplicationRow>, vault: Vault) {
  async function read({
    orgId,
    id,
    candidateId,
  }: WhichTags): Promise<{ sealed: Buffer | undefined; tags: TagByHand[] }> {
    const row = await rows.findOne({ _id: new Types.ObjectId(id), orgId, candidateId })
    const sealed = row?.sealedTags
    return {
      sealed,
      tags: sealed ? (await vault.open<Stored[]>(tagsPlace({ orgId, id, candidateId }), sealed)).map(opened) : [],
    }
  }

  return {
    async tagsByHand(which: WhichTags): Promise<TagByHand[]> {
      return (await read(which)).tags
    },

    /** In place of what was said before; without `has` the résumé speaks again. */
    async sayTag(which: WhichTags, { has, ...said }: Omit<TagByHand, 'has'> & { has?: boolean }): Promise<void> {
      for (let tries = 0; tries < mostTries; tries++) {
        const { sealed, tags } = await read(which)
        const others = tags.filter(({ tagId }) => tagId !== said.tagId)
        const next = has === undefined ? others : [...others, { ...said, has }]
        const { matchedCount } = await rows.updateOne(
          { _id: new Types.ObjectId(which.id), orgId: which.orgId, sealedTags: sealed ?? { $exists: false } },
          { $set: { sealedTags: await vault.seal(tagsPlace(which), next) } },
        )
        if (matchedCount === 1) return
      }
      throw unavailable('application-busy')
    },
  }
}

type Stored = Omit<TagByHand, 'at'> & { at: string | Date }
const opened = ({ at, ...rest }: Stored): TagByHand => ({ ...rest, at: new Date(at) })

const tagsPlace = ({ orgId, id, candidateId }: WhichTags): Place => ({
  orgId,
  ownerId: candidateId,
  collection: 'applications',
  id,
  field: 'sealedTags',
})
