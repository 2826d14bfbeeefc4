/** Applications in MongoDB. The résumé is sealed; a keyed hash of it tells a repeated submission from a different one. */
import { Types, type Connection, type QueryFilter } from 'mongoose'
import { plainRows, type Plain } from '../../mongo/plain-rows.js'
import type { Resume } from '../../../shared/contracts/talent.js'
import { claimOne, dueIn } from '../../mongo/claim-one.js'
import { isDuplicateKey } from '../../mongo/duplicate-key.js'
import type { Vault } from '../../mongo/vault.js'
import type { Scope } from '../../ports/staff.js'
import { applicationLists } from './application-lists-store.js'
import {
  applicationSchema,
  resumePlace,
  toApplication,
  type ApplicationRow,
  type StoredApplication,
} from './application-row-store.js'
import type { Application, ApplicationStatus, Holder } from './application.js'
import { sharedHolders, type SamePeopleOf } from './same-person/shared-holders-store.js'
import { tagsByHand } from './tags-by-hand-store.js'
import { comparedEmail } from './contact-proof/contact-code.js'

export interface NewApplication extends Omit<Application, 'id' | 'status' | 'holders'> {
  holders: Holder[]
  submission?: string
  contentHash: string
  resume: Resume
}
export interface Recent {
  scope: Scope
  limit: number
  candidateIds?: readonly string[]
  ids?: readonly string[]
}
/** Far more than one person sends in; an address in more files is nobody's anyway. */
const mostWithOneAddress = 50
const received = { status: 'received' } as const
export type ApplicationStore = ReturnType<typeof applicationStore>

export function applicationStore(connection: Connection, vault: Vault, samePeopleOf: SamePeopleOf = async () => []) {
  const rows = plainRows<ApplicationRow>(connection, 'Application', applicationSchema)

  const lists = applicationLists(rows, vault)
  const shared = sharedHolders(rows, samePeopleOf)

  return {
    ready: () => rows.init(),
    ...lists,
    ...tagsByHand(rows, vault),

    /** The one that is there already when the candidate applied to this position before. */
    async insertUnlessApplied(fresh: NewApplication): Promise<{ application: StoredApplication; inserted: boolean }> {
      const { orgId, candidateId, positionId, resume } = fresh
      const _id = new Types.ObjectId()
      const sealed = await vault.seal(resumePlace({ ...fresh, id: _id.toHexString() }), resume)
      const schoolParts = lists.schoolPartsOf(orgId, resume)
      const emailIndex =
        fresh.source === 'import' && resume.email
          ? { emailIndex: vault.blindIndex(orgId, 'email', comparedEmail(resume.email)) }
          : {}
      const holders = await shared.holdersOfNew(orgId, candidateId, fresh.holders, fresh.appliedAt)
      try {
        return {
          application: toApplication(
            await rows.create({
              ...fresh,
              ...emailIndex,
              holders,
              _id,
              schoolParts,
              status: 'received',
              resume: sealed,
            }),
          ),
          inserted: true,
        }
      } catch (error) {
        if (!isDuplicateKey(error)) throw error
        const other = await rows.findOne({ orgId, candidateId, positionId })
        if (!other) throw error
        return { application: toApplication(other), inserted: false }
      }
    },

    async findBySubmission(orgId: string, submission: string): Promise<StoredApplication | undefined> {
      const row = await rows.findOne({ orgId, submission })
      return row ? toApplication(row) : undefined
    },

    async findById(orgId: string, id: string): Promise<Application | undefined> {
      const row = await rows.findOne({ _id: new Types.ObjectId(id), orgId })
      return row ? toApplication(row) : undefined
    },

    async listOf(orgId: string, candidateIds: string[]): Promise<Application[]> {
      return (await rows.find({ orgId, candidateId: { $in: candidateIds } }).sort({ appliedAt: -1 })).map(toApplication)
    },

    /** Files of the bank's in which this address stands: its owner, or an agency that wrote it into many. */
    async importedWithEmail(orgId: string, email: string): Promise<string[]> {
      const emailIndex = vault.blindIndex(orgId, 'email', comparedEmail(email))
      const found = await rows.find({ orgId, emailIndex }).select('candidateId').limit(mostWithOneAddress)
      return [...new Set(found.map(({ candidateId }) => candidateId))]
    },

    /** Of a WeChat, the newest first. */
    async listHeldBy(orgId: string, openid: string, limit: number): Promise<Application[]> {
      const found = await rows.find({ orgId, 'holders.openid': openid }).sort({ appliedAt: -1 }).limit(limit)
      return found.map(toApplication)
    },

    addHolder: (which: Pick<Application, 'orgId' | 'id'>, fresh: Holder) => shared.add(which, fresh),
    removeHolder: (which: Pick<Application, 'orgId' | 'id'>, openid: string) => shared.remove(which, openid),
    removeMerged: (orgId: string, candidateIds: readonly string[]) => shared.removeMerged(orgId, candidateIds),

    /**
     * The newest first, within these positions; of these candidates, or these applications, where they are given. Each position is
     * looked up by itself: through one index, however few of all applications are for it.
     */
    async listRecent(orgId: string, { scope, limit, candidateIds, ids }: Recent): Promise<Application[]> {
      const filter = {
        orgId,
        ...(candidateIds && { candidateId: { $in: [...candidateIds] } }),
        ...(ids && { _id: { $in: ids.map((id) => new Types.ObjectId(id)) } }),
      }
      const newest = (within: QueryFilter<ApplicationRow>) =>
        rows.find(within).select('-resume').sort({ appliedAt: -1, _id: -1 }).limit(limit)
      if (scope === 'all') return (await newest(filter)).map(toApplication)
      const each = await Promise.all(scope.map((positionId) => newest({ ...filter, positionId })))
      return each.flat().sort(newestFirst).slice(0, limit).map(toApplication)
    },

    async resumeOf({ orgId, id, candidateId }: Pick<Application, 'orgId' | 'id' | 'candidateId'>): Promise<Resume> {
      const row = await rows.findOne({ _id: new Types.ObjectId(id), orgId })
      if (!row) throw new Error('application without a row')
      return vault.open<Resume>(resumePlace({ ...row, id, candidateId }), row.resume)
    },

    dueReceived: () => dueIn(rows, received),

    async claimReceived(now: Date): Promise<StoredApplication | undefined> {
      const row = await claimOne(rows, { filter: received, now })
      return row ? toApplication(row) : undefined
    },

    async settle({ id, orgId }: Application, status: ApplicationStatus): Promise<void> {
      await rows.updateOne(
        { _id: new Types.ObjectId(id), orgId, status: 'received' },
        { $set: { status }, $unset: { leaseUntil: 1 } },
      )
    },
  }
}

const newestFirst = (one: Plain<ApplicationRow>, other: Plain<ApplicationRow>): number =>
  other.appliedAt.getTime() - one.appliedAt.getTime() || other._id.toHexString().localeCompare(one._id.toHexString())
