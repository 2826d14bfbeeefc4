/** Where each application stands, one document each. Moved only from the standing it was read at, so that two cannot both move it. */
import { Schema, Types, type Connection } from 'mongoose'
import { plainRows, type Plain } from '../../../mongo/plain-rows.js'
import { isDuplicateKey } from '../../../mongo/duplicate-key.js'
import type { Scope } from '../../../ports/staff.js'
import { applicationStates, endedStates, type ApplicationState, type Standing } from './application-states.js'

export interface StoredStanding extends Standing {
  orgId: string
  applicationId: string
  candidateId: string
  positionId: string
  since: Date
}

const schema = new Schema<StoredStanding>(
  {
    orgId: { type: String, required: true },
    applicationId: { type: String, required: true },
    candidateId: { type: String, required: true },
    positionId: { type: String, required: true },
    state: { type: String, enum: applicationStates, required: true },
    stage: String,
    since: { type: Date, required: true },
  },
  { strict: 'throw', versionKey: false },
)
schema.index({ orgId: 1, applicationId: 1 }, { unique: true })
schema.index({ orgId: 1, state: 1, since: -1, _id: -1 })

interface InState {
  state: ApplicationState
  scope: Scope
}
const inState = (orgId: string, { state, scope }: InState) => ({
  orgId,
  state,
  ...(scope !== 'all' && { positionId: { $in: [...scope] } }),
})

export type StandingStore = ReturnType<typeof standingStore>

export function standingStore(connection: Connection) {
  const rows = plainRows<StoredStanding>(connection, 'Standing', schema)

  return {
    ready: () => rows.init(),

    async find(orgId: string, applicationId: string): Promise<StoredStanding | undefined> {
      const row = await rows.findOne({ orgId, applicationId })
      return row ? toStanding(row) : undefined
    },

    async findMany(orgId: string, applicationIds: readonly string[]): Promise<Map<string, StoredStanding>> {
      const found = await rows.find({ orgId, applicationId: { $in: applicationIds } })
      return new Map(found.map((row) => [row.applicationId, toStanding(row)]))
    },

    /** Newest first, by when they came into their state, each with its own id for the next page. */
    async listIn(
      orgId: string,
      { state, scope, after, limit }: InState & { after?: { at: Date; id: string }; limit: number },
    ): Promise<{ id: string; standing: StoredStanding }[]> {
      const before = after && {
        $or: [{ since: { $lt: after.at } }, { since: after.at, _id: { $lt: new Types.ObjectId(after.id) } }],
      }
      const found = await rows
        .find({ ...inState(orgId, { state, scope }), ...before })
        .sort({ since: -1, _id: -1 })
        .limit(limit)
      return found.map((row) => ({ id: row._id.toHexString(), standing: toStanding(row) }))
    },

    countIn: (orgId: string, which: InState): Promise<number> => rows.countDocuments(inState(orgId, which)),

    /** Those that ended before then, one after the other. */
    async *endedBefore(orgId: string, before: Date): AsyncGenerator<StoredStanding> {
      const ended = { orgId, state: { $in: [...endedStates] }, since: { $lt: before } }
      for await (const row of rows.find(ended).lean().cursor()) yield toStanding(row)
    },

    async insertOnce(fresh: StoredStanding): Promise<void> {
      await rows.create(fresh).catch((error: unknown) => {
        if (!isDuplicateKey(error)) throw error
      })
    },

    /** False when it stands somewhere else by now. */
    async move(
      { orgId, applicationId, state, stage }: StoredStanding,
      to: Standing & { since: Date },
    ): Promise<boolean> {
      const { matchedCount } = await rows.updateOne(
        { orgId, applicationId, state, stage: stage ?? { $exists: false } },
        { $set: to, ...(to.stage === undefined && { $unset: { stage: 1 } }) },
      )
      return matchedCount === 1
    },
  }
}

function toStanding(row: Plain<StoredStanding>): StoredStanding {
  const { _id, ...standing } = row
  return standing
}
