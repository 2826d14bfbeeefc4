/** Reading and writing one interview's document. The other stores of this feature stand on it. */
import { Schema, Types, type Connection, type QueryFilter } from 'mongoose'
import { plainRows } from '../../mongo/plain-rows.js'
import { interviewStatuses } from '../../../shared/contracts/interviews.js'
import type { RecordedClip } from '../../../shared/contracts/recordings.js'
import type { Bilingual } from '../../../shared/contracts/text.js'
import { eachLanguage } from '../../texts/in-every-language.js'
import { leaseFields } from '../../mongo/claim-one.js'
import type { Vault } from '../../mongo/vault.js'
import {
  eventKinds,
  hearers,
  newsKinds,
  simplerWhys,
  type Correction,
  type Draft,
  type Interview,
  type InterviewEvent,
  type Phone,
  type RecordedAnswer,
  type Times,
  type Way,
} from './interview.js'
import { changedFields } from './interview-changes.js'
import type { AnswerRow, QuestionRow, Row } from './interview-row.js'
import type { QuestionClock } from './question-clock.js'
import { openQuestion } from './seal-questions.js'

const part = <Part>(fields: Record<keyof Part & string, unknown>) =>
  new Schema<Part>(fields as never, { _id: false, strict: 'throw' })
const text = { type: String, required: true }
const date = { type: Date, required: true }
const count = { type: Number, required: true }
const flag = { type: Boolean, required: true }

const bilingual = part<Bilingual>(eachLanguage(() => text))
const clock = part<QuestionClock>({
  shownAt: date,
  thinkingEndsAt: date,
  answerEndsAt: date,
  givenBackMs: count,
  heldOpenUntil: Date,
})
const draft = part<Omit<Draft, 'text'>>({ revision: count, deviceKey: text, savedAt: date })
const clip = part<RecordedClip>({ pieces: count, durationMs: count })
const recorded = part<RecordedAnswer>({
  way: text,
  take: Number,
  clips: { type: [clip], default: undefined },
  heardBy: { type: String, enum: hearers },
})
const correction = part<Omit<Correction, 'text'>>({ at: date, by: text, isFollowed: Boolean })
const answer = part<AnswerRow>({
  at: date,
  endedBy: text,
  submissionKey: String,
  lateByMs: Number,
  recording: recorded,
  correction,
})
const way = part<Way>({ answerWith: text, answerSeconds: count })
const inCall = part<NonNullable<Phone['inCall']>>({ since: date, number: count })
const phone = part<Phone>({ deviceKey: text, seenAt: date, visible: flag, inCall })
const rest = part<NonNullable<Interview['rest']>>({ endsAt: date, extended: flag })
const event = part<InterviewEvent>({
  kind: { ...text, enum: eventKinds },
  from: date,
  to: date,
  number: Number,
  givenBackMs: Number,
})
const times = part<Times>({ thinkingSeconds: count, answerSeconds: count })
const followUp = part<NonNullable<QuestionRow['followUp']>>({ of: count, turn: count })
const simpler = part<NonNullable<QuestionRow['simpler']>>({ at: date, why: { ...text, enum: simplerWhys } })
const question = part<QuestionRow>({
  number: count,
  sourceId: text,
  kind: text,
  competencyId: text,
  competency: bilingual,
  stem: bilingual,
  simplerStem: bilingual,
  answerWith: text,
  unit: bilingual,
  expected: String,
  thinkingSeconds: count,
  answerSeconds: count,
  issuedAt: Date,
  clock,
  draft,
  answer,
  sealedText: Buffer,
  sealedCorrection: Buffer,
  mayFollow: { type: [times], default: undefined },
  otherWays: { type: [way], default: undefined },
  takes: Number,
  answersBy: String,
  simpler,
  followUp,
})

const schema = new Schema<Row>(
  {
    orgId: text,
    invitationId: text,
    applicationId: text,
    candidateId: text,
    openid: text,
    positionId: text,
    positionTitle: bilingual,
    noticeVersion: text,
    bankVersion: text,
    status: { ...text, enum: interviewStatuses },
    startedAt: date,
    closesAt: date,
    submittedAt: Date,
    abandonedAt: Date,
    minutes: Number,
    restSeconds: count,
    simplerAfterSeconds: Number,
    rest,
    questions: [question],
    followUps: { type: [question], default: undefined },
    phone,
    givenBackMs: count,
    events: [event],
    news: [{ type: String, enum: newsKinds }],
    version: count,
    queue: String,
    hearAt: Date,
    turnAt: Date,
    sealedWhy: Buffer,
    ...leaseFields,
  },
  { strict: 'throw', versionKey: false },
)

// One interview per invitation: the database keeps the promise when the start button is tapped on two phones at once.
schema.index({ orgId: 1, invitationId: 1 }, { unique: true })
schema.index({ orgId: 1, applicationId: 1 })
schema.index({ orgId: 1, candidateId: 1 })
schema.index({ orgId: 1, openid: 1 })
schema.index({ queue: 1, _id: 1 })
schema.index({ status: 1, turnAt: 1 })
schema.index({ orgId: 1, submittedAt: 1 })

export type Stored = Row & { _id: Types.ObjectId }

interface Step {
  before: Interview
  after: Interview
  /** Given back with the write, which needs it to be held still. */
  lease?: Date
}

export type InterviewRows = ReturnType<typeof interviewRows>

export function interviewRows(connection: Connection, vault: Vault) {
  const model = plainRows<Row>(connection, 'Interview', schema)

  async function open({
    _id,
    version: _version,
    queue: _queue,
    hearAt: _hearAt,
    turnAt: _turnAt,
    leaseUntil: _lease,
    attempts: _attempts,
    sealedWhy: _why,
    ...row
  }: Stored): Promise<Interview> {
    const interview = { ...row, id: _id.toHexString() }
    const opened = (rows: readonly QuestionRow[]) => Promise.all(rows.map((one) => openQuestion(vault, interview, one)))
    const { followUps, ...rest } = interview
    return {
      ...rest,
      questions: await opened(row.questions),
      ...(followUps && { followUps: await opened(followUps) }),
    }
  }

  /** False when somebody else wrote since `row` was read. */
  async function write(row: Pick<Stored, '_id' | 'version'>, { before, after, lease }: Step): Promise<boolean> {
    const { set, unset } = await changedFields(vault, { before, after })
    const freed = lease ? { set: { attempts: 0 }, unset: { leaseUntil: 1 } } : { set: {}, unset: {} }
    const { matchedCount } = await model.updateOne(
      { _id: row._id, version: row.version, ...(lease && { leaseUntil: lease }) },
      { $set: { ...set, ...freed.set }, $unset: { ...unset, ...freed.unset }, $inc: { version: 1 } },
    )
    return matchedCount === 1
  }

  const load = (filter: QueryFilter<Row>): Promise<Stored | null> => model.findOne(filter).lean<Stored>().exec()

  return { model, vault, load, open, write }
}
