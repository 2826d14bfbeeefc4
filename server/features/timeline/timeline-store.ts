/** What happened to a candidate, appended by the feature where it happens. Ids and kinds only: nothing here quotes a person. */
import { Schema, type Connection } from 'mongoose'
import { plainRows } from '../../mongo/plain-rows.js'
import { isDuplicateKey } from '../../mongo/duplicate-key.js'
import type { TimelineKind } from './timeline-kinds.js'

export interface TimelineEvent {
  orgId: string
  candidateId: string
  at: Date
  kind: TimelineKind
  /** Makes a second append of the same fact the first one; by default the kind with the id it is about. */
  key?: string
  applicationId?: string
  invitationId?: string
  interviewId?: string
  reportId?: string
  decisionId?: string
  by?: string
}

const schema = new Schema<TimelineEvent>(
  {
    orgId: { type: String, required: true },
    candidateId: { type: String, required: true },
    at: { type: Date, required: true },
    kind: { type: String, required: true },
    key: { type: String, required: true },
    applicationId: String,
    invitationId: String,
    interviewId: String,
    reportId: String,
    decisionId: String,
    by: String,
  },
  { strict: 'throw', versionKey: false },
)
schema.index({ orgId: 1, candidateId: 1, key: 1 }, { unique: true })

export interface Timeline {
  append(event: TimelineEvent): Promise<void>
}

export function timelineStore(connection: Connection) {
  const rows = plainRows<TimelineEvent>(connection, 'TimelineEvent', schema)

  return {
    ready: () => rows.init(),

    async append(event: TimelineEvent): Promise<void> {
      try {
        await rows.create({ ...event, key: event.key ?? defaultKey(event) })
      } catch (error) {
        if (!isDuplicateKey(error)) throw error
      }
    },

    /** In the order in which it happened. */
    async list(orgId: string, candidateId: string): Promise<TimelineEvent[]> {
      const found = await rows.find({ orgId, candidateId }).sort({ at: 1, _id: 1 })
      return found.map((row) => {
        const { _id, ...event } = row
        return event
      })
    },
  }
}

function defaultKey({
  kind,
  decisionId,
  reportId,
  interviewId,
  invitationId,
  applicationId,
  candidateId,
}: TimelineEvent): string {
  return `${kind}:${decisionId ?? reportId ?? interviewId ?? invitationId ?? applicationId ?? candidateId}`
}
