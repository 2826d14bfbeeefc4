/**
 * The interview as the phone sees it. Only the server's clock counts: every view carries `serverNow` and absolute ends,
 * the phone counts down between two views. A question is sent when it is issued, never before.
 */
import { Type, type Static } from 'typebox'
import { answerModes } from './answer-modes.js'
import { Bilingual } from './text.js'
import { ObjectIdSchema, SubmissionKey, Timestamp } from './ids.js'
import { Recording } from './recordings.js'

export const interviewStatuses = ['started', 'submitted', 'scored', 'abandoned'] as const
export type InterviewStatus = (typeof interviewStatuses)[number]

/** Code points; longer text is refused with the limit, nothing is cut silently. */
export const maxAnswerCharacters = 2000

/** One per installation of the app on one phone; two phones cannot answer at once. */
export const DeviceKey = Type.String({ pattern: '^[A-Za-z0-9_-]{8,64}$' })

export const StartInterview = Type.Object(
  {
    invitationId: ObjectIdSchema,
    deviceKey: DeviceKey,
    /** Asked by the page after the candidate chose to go on here instead of on the other phone. */
    takeOver: Type.Optional(Type.Boolean()),
  },
  { additionalProperties: false },
)
export type StartInterview = Static<typeof StartInterview>

export const QuestionOfInterview = Type.Object(
  { id: ObjectIdSchema, number: Type.String({ pattern: '^[1-9]\\d?$' }) },
  { additionalProperties: false },
)

/** Body of every act on a running interview. */
export const InterviewAct = Type.Object({ deviceKey: DeviceKey }, { additionalProperties: false })
export type InterviewAct = Static<typeof InterviewAct>

/** With another way than the question's own, chosen while it is thought about or before anything was said. */
export const BeginAnswer = Type.Object(
  { deviceKey: DeviceKey, answerWith: Type.Optional(Type.Enum([...answerModes])) },
  { additionalProperties: false },
)
export type BeginAnswer = Static<typeof BeginAnswer>

/** `silent`: nothing was said, by the level that the phone hears. */
export const AskSimpler = Type.Object(
  { deviceKey: DeviceKey, why: Type.Enum(['asked', 'silent']) },
  { additionalProperties: false },
)
export type AskSimpler = Static<typeof AskSimpler>

export const Heartbeat = Type.Object(
  {
    deviceKey: DeviceKey,
    visible: Type.Boolean(),
    /** A call has the microphone; left out by builds that do not say it. */
    inCall: Type.Optional(Type.Boolean()),
  },
  { additionalProperties: false },
)
export type Heartbeat = Static<typeof Heartbeat>

export const SaveDraft = Type.Object(
  {
    deviceKey: DeviceKey,
    text: Type.String({ maxLength: maxAnswerCharacters }),
    /** Grows with each save of one phone, so that a late packet cannot overwrite a newer one. */
    revision: Type.Integer({ minimum: 1 }),
  },
  { additionalProperties: false },
)
export type SaveDraft = Static<typeof SaveDraft>

export const SubmitAnswer = Type.Object(
  {
    deviceKey: DeviceKey,
    submissionKey: SubmissionKey,
    text: Type.String({ maxLength: maxAnswerCharacters }),
    /** Milliseconds since the last edit by the phone's own monotonic clock: lets an answer through that the network held back. */
    finishedMsAgo: Type.Optional(Type.Integer({ minimum: 0, maximum: 3_600_000 })),
    /** Of a spoken answer, whose text is empty; its pieces may still be on their way. */
    recording: Type.Optional(Recording),
  },
  { additionalProperties: false },
)
export type SubmitAnswer = Static<typeof SubmitAnswer>

/** Asked after the question of that number, for the first or second time. It may be left unanswered, and costs nothing then. */
const followUp = { of: Type.Integer(), turn: Type.Integer() }
const kinds = ['situational', 'behavioural', 'knowledge', 'free-text', 'numeracy'] as const

export const WayOfAnswering = Type.Object(
  { answerWith: Type.Enum([...answerModes]), answerSeconds: Type.Integer() },
  { additionalProperties: false },
)
export type WayOfAnswering = Static<typeof WayOfAnswering>

export const QuestionForCandidate = Type.Object(
  {
    /** Its address. Follow-ups are numbered behind all questions. */
    number: Type.Integer(),
    followUp: Type.Optional(
      Type.Object(
        {
          ...followUp,
          /** What the question was, for whoever comes back later. */
          after: Bilingual,
        },
        { additionalProperties: false },
      ),
    ),
    kind: Type.Enum([...kinds]),
    competency: Bilingual,
    stem: Bilingual,
    /** The same in plainer words, once somebody asked for it or fell silent. */
    simplerStem: Type.Optional(Bilingual),
    /** There are plainer words; `afterSeconds`: of silence, after which they are offered. */
    simplerLeft: Type.Optional(
      Type.Object({ afterSeconds: Type.Optional(Type.Integer()) }, { additionalProperties: false }),
    ),
    /** As it is answered now. */
    answerWith: Type.Enum([...answerModes]),
    /** Other ways that the position offers; the candidate changes while nothing was said or written yet. */
    otherWays: Type.Optional(Type.Array(WayOfAnswering)),
    /** How often a spoken answer may be recorded; the last one counts. */
    takes: Type.Optional(Type.Integer()),
    unit: Type.Optional(Bilingual),
    thinkingSeconds: Type.Integer(),
    answerSeconds: Type.Integer(),
    maxCharacters: Type.Integer(),
  },
  { additionalProperties: false },
)
export type QuestionForCandidate = Static<typeof QuestionForCandidate>

const Draft = Type.Object(
  { text: Type.String(), revision: Type.Integer(), savedAt: Type.Optional(Timestamp) },
  { additionalProperties: false },
)

export const InterviewStep = Type.Union([
  /** Between questions; `restEndsAt` is absent before the first one and when the rest is over. */
  Type.Object(
    {
      kind: Type.Literal('next'),
      number: Type.Integer(),
      restEndsAt: Type.Optional(Timestamp),
      restExtendable: Type.Boolean(),
      /** The question before ended at its deadline while the candidate was away. */
      lastEndedByTime: Type.Boolean(),
      /** Of what was asked before, where it is not the number below. */
      lastNumber: Type.Optional(Type.Integer()),
      /** What comes is a follow-up, of a question of that kind. */
      followUp: Type.Optional(
        Type.Object({ ...followUp, kind: Type.Enum([...kinds]) }, { additionalProperties: false }),
      ),
    },
    { additionalProperties: false },
  ),
  /** Sent, not yet acknowledged as shown: no clock runs. */
  Type.Object({ kind: Type.Literal('issued'), question: QuestionForCandidate }, { additionalProperties: false }),
  Type.Object(
    { kind: Type.Literal('thinking'), question: QuestionForCandidate, endsAt: Timestamp },
    { additionalProperties: false },
  ),
  Type.Object(
    { kind: Type.Literal('answering'), question: QuestionForCandidate, endsAt: Timestamp, draft: Draft },
    { additionalProperties: false },
  ),
  Type.Object({ kind: Type.Literal('finished'), submittedAt: Timestamp }, { additionalProperties: false }),
  /** The window closed before the last question; what was answered is kept. */
  Type.Object({ kind: Type.Literal('abandoned'), at: Timestamp }, { additionalProperties: false }),
])
export type InterviewStep = Static<typeof InterviewStep>

export const InterviewForCandidate = Type.Object(
  {
    id: ObjectIdSchema,
    applicationId: ObjectIdSchema,
    invitationId: ObjectIdSchema,
    positionTitle: Bilingual,
    serverNow: Timestamp,
    closesAt: Timestamp,
    questionCount: Type.Integer(),
    answeredCount: Type.Integer(),
    minutesLeft: Type.Integer(),
    /** Time the network took from the candidate and that was given back so far, milliseconds. */
    givenBackMs: Type.Integer(),
    step: InterviewStep,
  },
  { additionalProperties: false },
)
export type InterviewForCandidate = Static<typeof InterviewForCandidate>
