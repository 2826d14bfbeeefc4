/** Pages of applications, the newest first; who of them went to a school; and the résumés of a page in two queries. */
import { Types, type QueryFilter } from 'mongoose'
import type { Resume } from '../../../shared/contracts/talent.js'
import type { Plain, PlainModel } from '../../mongo/plain-rows.js'
import { readableOf, type Vault } from '../../mongo/vault.js'
import type { Scope } from '../../ports/staff.js'
import type { Application, ApplicationStatus } from './application.js'
import { resumePlace, toApplication, type ApplicationRow } from './application-row-store.js'
import type { Found } from './candidate-search-store.js'
import { bucketOf, holdingAll, holdsText, pairsOf } from './search-parts.js'

export interface Narrowed {
  scope: Scope
  candidateIds?: readonly string[]
  ids?: readonly string[]
  statuses?: readonly ApplicationStatus[]
}
/** Where a page ended. */
export interface After {
  at: Date
  id: string
}

export function applicationLists(rows: PlainModel<ApplicationRow>, vault: Vault) {
  const schoolPart = (orgId: string, part: string) => bucketOf(vault.blindIndex(orgId, 'school-part', part))

  /** With their ids; one that cannot be read is left out. */
  async function openAll(
    orgId: string,
    found: readonly Plain<ApplicationRow>[],
  ): Promise<(readonly [id: string, resume: Resume])[]> {
    await vault.warm(
      orgId,
      found.map(({ candidateId }) => candidateId),
    )
    return readableOf(vault, found, async (row) => {
      const resume = await vault.open<Resume>(resumePlace(toApplication(row)), row.resume)
      return [row._id.toHexString(), resume] as const
    })
  }

  return {
    schoolPartsOf: (orgId: string, { education }: Pick<Resume, 'education'>): number[] =>
      [...new Set(pairsOf(education.school).map((part) => schoolPart(orgId, part)))].sort((a, b) => a - b),

    async listPage(
      orgId: string,
      { after, limit, ...narrowed }: Narrowed & { after?: After; limit: number },
    ): Promise<Application[]> {
      const before = after && {
        $or: [{ appliedAt: { $lt: after.at } }, { appliedAt: after.at, _id: { $lt: new Types.ObjectId(after.id) } }],
      }
      const found = await rows
        .find({ ...filterOf(orgId, narrowed), ...before })
        .select('-resume')
        .sort({ appliedAt: -1, _id: -1 })
        .limit(limit)
      return found.map(toApplication)
    },

    count: (orgId: string, narrowed: Narrowed): Promise<number> => rows.countDocuments(filterOf(orgId, narrowed)),

    /** The newest whose school's name holds this. */
    async searchSchool(orgId: string, text: string, { scope, most }: { scope: Scope; most: number }): Promise<Found> {
      const parts = pairsOf(text)
      if (parts.length === 0) return { ids: [], more: false }
      const found = await rows
        .find({
          ...filterOf(orgId, { scope }),
          ...holdingAll(
            'schoolParts',
            parts.map((part) => schoolPart(orgId, part)),
          ),
        } as QueryFilter<ApplicationRow>)
        .sort({ _id: -1 })
        .limit(most + 1)
      const resumes = await openAll(orgId, found.slice(0, most))
      const ids = resumes.filter(([, { education }]) => holdsText(education.school, text)).map(([id]) => id)
      return { ids, more: found.length > most }
    },

    async resumesOf(orgId: string, ids: readonly string[]): Promise<Map<string, Resume>> {
      const found = await rows.find({ orgId, _id: { $in: ids.map((id) => new Types.ObjectId(id)) } })
      return new Map(await openAll(orgId, found))
    },
  }
}

const filterOf = (orgId: string, { scope, candidateIds, ids, statuses }: Narrowed): QueryFilter<ApplicationRow> => ({
  orgId,
  ...(scope !== 'all' && { positionId: { $in: [...scope] } }),
  ...(candidateIds && { candidateId: { $in: [...candidateIds] } }),
  ...(ids && { _id: { $in: ids.map((id) => new Types.ObjectId(id)) } }),
  ...(statuses && { status: { $in: [...statuses] } }),
})
