/** What candidates asked for around their invitations. Their words and HR's are sealed for the candidate. */
import { Schema, Types, type Connection } from 'mongoose'
import { declineReasons, requestKinds, requestStatuses } from '../../../../shared/contracts/candidate-requests.js'
import { isDuplicateKey } from '../../../mongo/duplicate-key.js'
import { plainRows, type Plain } from '../../../mongo/plain-rows.js'
import type { Place, Vault } from '../../../mongo/vault.js'
import type { Scope } from '../../../ports/staff.js'
import type { CandidateRequest } from './candidate-request.js'

interface Row extends Omit<CandidateRequest, 'id'> {
  words?: Buffer
  answer?: Buffer
}

const schema = new Schema<Row>(
  {
    orgId: { type: String, required: true },
    candidateId: { type: String, required: true },
    applicationId: { type: String, required: true },
    positionId: { type: String, required: true },
    invitationId: { type: String, required: true },
    key: { type: String, required: true },
    kind: { type: String, enum: requestKinds, required: true },
    status: { type: String, enum: requestStatuses, required: true },
    askedAt: { type: Date, required: true },
    hours: Number,
    reason: { type: String, enum: declineReasons },
    answeredBy: String,
    answeredAt: Date,
    words: Buffer,
    answer: Buffer,
  },
  { strict: 'throw', versionKey: false },
)
schema.index({ orgId: 1, invitationId: 1, key: 1 }, { unique: true })
// One of a kind waits at a time: the database keeps the promise when somebody taps on two phones.
schema.index({ orgId: 1, invitationId: 1, kind: 1 }, { unique: true, partialFilterExpression: { status: 'waiting' } })
schema.index({ orgId: 1, applicationId: 1, askedAt: -1 })
schema.index({ orgId: 1, status: 1, askedAt: 1, _id: 1 })

type Owner = Pick<CandidateRequest, 'orgId' | 'candidateId' | 'id' | 'applicationId'>

const placeOf = ({ orgId, candidateId, id, applicationId }: Owner, field: 'words' | 'answer'): Place => ({
  orgId,
  ownerId: candidateId,
  collection: 'candidaterequests',
  id,
  of: { applicationId },
  field,
})

const waitingRow = ({ id, orgId }: CandidateRequest) => ({
  _id: new Types.ObjectId(id),
  orgId,
  status: 'waiting' as const,
})

export type RequestStore = ReturnType<typeof requestStore>

export function requestStore(connection: Connection, vault: Pick<Vault, 'seal' | 'open'>) {
  const rows = plainRows<Row>(connection, 'CandidateRequest', schema)

  return {
    ready: () => rows.init(),

    /** Asked twice, or while one of its kind waits, it is the one that is there, with the words of the first time. */
    async insertOnce(fresh: Omit<CandidateRequest, 'id'>, words?: string): Promise<CandidateRequest> {
      const _id = new Types.ObjectId()
      const sealed = words && (await vault.seal(placeOf({ ...fresh, id: _id.toHexString() }, 'words'), words))
      try {
        return toRequest(await rows.create({ _id, ...fresh, ...(sealed && { words: sealed }) }))
      } catch (error) {
        if (!isDuplicateKey(error)) throw error
        const { orgId, invitationId, key, kind } = fresh
        const before =
          (await rows.findOne({ orgId, invitationId, key })) ??
          (await rows.findOne({ orgId, invitationId, kind, status: 'waiting' }))
        if (!before) throw error
        return toRequest(before)
      }
    },

    async findById(orgId: string, id: string): Promise<CandidateRequest | undefined> {
      const row = await rows.findOne({ _id: new Types.ObjectId(id), orgId })
      return row ? toRequest(row) : undefined
    },

    /** Newest first. */
    async listOf(orgId: string, applicationId: string): Promise<CandidateRequest[]> {
      return (await rows.find({ orgId, applicationId }).sort({ askedAt: -1, _id: -1 })).map(toRequest)
    },

    /** The longest first. */
    async listWaiting(orgId: string, { scope, limit }: { scope: Scope; limit: number }): Promise<CandidateRequest[]> {
      const within = scope === 'all' ? {} : { positionId: { $in: [...scope] } }
      const found = await rows
        .find({ orgId, status: 'waiting', ...within })
        .sort({ askedAt: 1, _id: 1 })
        .limit(limit)
      return found.map(toRequest)
    },

    /** False when it was answered before. */
    async settle(
      request: CandidateRequest,
      { status, by, at, text }: { status: 'granted' | 'answered'; by: string; at: Date; text?: string },
    ): Promise<boolean> {
      const answer = text && (await vault.seal(placeOf(request, 'answer'), text))
      const { matchedCount } = await rows.updateOne(waitingRow(request), {
        $set: { status, answeredBy: by, answeredAt: at, ...(answer && { answer }) },
      })
      return matchedCount === 1
    },

    /** The invitation is declined: nobody has to answer any more. */
    async dropWaitingOf(orgId: string, invitationId: string): Promise<void> {
      await rows.updateMany({ orgId, invitationId, status: 'waiting' }, { $set: { status: 'dropped' } })
    },

    async textsOf(request: CandidateRequest): Promise<{ words?: string; answer?: string }> {
      const row = await rows.findOne({ _id: new Types.ObjectId(request.id), orgId: request.orgId })
      const words = row?.words && (await vault.open<string>(placeOf(request, 'words'), row.words))
      const answer = row?.answer && (await vault.open<string>(placeOf(request, 'answer'), row.answer))
      return { ...(words && { words }), ...(answer && { answer }) }
    },
  }
}

function toRequest({ _id, answer: _answer, words: _words, ...fields }: Plain<Row>): CandidateRequest {
  return { id: _id.toHexString(), ...fields }
}
