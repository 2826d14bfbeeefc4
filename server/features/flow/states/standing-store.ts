/** Where each application stands, one document each. Moved only from the standing it was read at, so that two cannot both move it. */
import { Schema, type Connection } from 'mongoose'
import { plainRows, type Plain } from '../../../mongo/plain-rows.js'
import { isDuplicateKey } from '../../../mongo/duplicate-key.js'
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
schema.index({ orgId: 1, state: 1, since: -1 })

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

    /** Newest first, by when they came into their state. */
    async listIn(orgId: string, state: ApplicationState, most: number): Promise<StoredStanding[]> {
      return (await rows.find({ orgId, state }).sort({ since: -1 }).limit(most)).map(toStanding)
    },

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
