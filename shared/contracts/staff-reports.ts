/** What HR reads and does about a candidate: who waits, the report page, ratings, decisions. */
import { Type, type Static } from 'typebox'
import { EvidenceSpan, NeedsPerson, Remark, ResumeHint } from './assessment.js'
import { ObjectIdSchema, Timestamp } from './ids.js'
import { RoundSlot } from './round-slot.js'
import { CompetencyIdSchema } from './question-bank.js'
import { reportStatuses } from './reports.js'
import { Resume } from './talent.js'
import { Bilingual } from './text.js'

const closed = { additionalProperties: false }
const ShortCode = Type.String({ pattern: '^[0-9A-HJKMNP-TV-Z]{4}$' })

export const verdictsForStaff = ['invite', 'advance', 'hold', 'decline'] as const

/** One line of 等待决定; `stage` is `screening` or the id of a round. */
export const WaitingDecision = Type.Object(
  {
    decisionId: ObjectIdSchema,
    applicationId: ObjectIdSchema,
    name: Type.String(),
    shortCode: ShortCode,
    positionId: Type.String(),
    positionTitle: Bilingual,
    stage: Type.String(),
    stageName: Bilingual,
    /** Absent after a round that people held, and while items are unrated by whoever reads (E5): it would tell their scores. */
    proposal: Type.Optional(Type.Enum([...verdictsForStaff])),
    raisedAt: Timestamp,
    dueAt: Timestamp,
    overdue: Type.Boolean(),
    held: Type.Boolean(),
    /** Verdicts that are possible at this stage. */
    allowed: Type.Array(Type.Enum([...verdictsForStaff])),
    /** Items that whoever reads has not rated yet; deciding before is possible, the preview warns. */
    toReview: Type.Integer(),
    /** A round without time and place: the candidate has heard nothing, `POST /api/staff/decisions/:id/slot` sets them. */
    unarranged: Type.Optional(Type.Literal(true)),
  },
  closed,
)
export type WaitingDecision = Static<typeof WaitingDecision>
/** `GET /api/staff/waiting`, oldest first. */
export const WaitingList = Type.Object({ now: Timestamp, waiting: Type.Array(WaitingDecision) }, closed)
export type WaitingList = Static<typeof WaitingList>

/** `GET /api/staff/candidates?search=&positionId=&step=`: name or short code. */
export const CandidateQuery = Type.Object(
  {
    search: Type.Optional(Type.String({ maxLength: 50 })),
    positionId: Type.Optional(Type.String({ maxLength: 60 })),
    step: Type.Optional(Type.String({ maxLength: 30 })),
  },
  closed,
)
export const CandidateRow = Type.Object(
  {
    applicationId: ObjectIdSchema,
    name: Type.String(),
    shortCode: ShortCode,
    positionId: Type.String(),
    positionTitle: Bilingual,
    /** The state of the flow's state machine, with its label. */
    step: Type.String(),
    stepName: Bilingual,
    since: Timestamp,
  },
  closed,
)
export type CandidateRow = Static<typeof CandidateRow>
/** The newest 200; `more`: there are others, so search or filter. */
export const CandidateRows = Type.Object(
  { candidates: Type.Array(CandidateRow), more: Type.Optional(Type.Boolean()) },
  closed,
)
export type CandidateRows = Static<typeof CandidateRows>

const Step = Type.Object(
  {
    id: Type.String(),
    name: Bilingual,
    state: Type.Enum(['done', 'now', 'todo']),
    score: Type.Optional(Type.Number()),
    hidden: Type.Optional(Type.Boolean()),
  },
  closed,
)
const HistoryLine = Type.Object(
  { at: Timestamp, text: Bilingual, tone: Type.Enum(['done', 'person', 'plain']), detail: Type.Optional(Bilingual) },
  closed,
)
const Rating = Type.Object(
  { by: Type.String(), at: Timestamp, score: Type.Number(), note: Type.Optional(Type.String()) },
  closed,
)

const QuestionOnReport = Type.Object(
  {
    questionId: Type.String(),
    number: Type.Integer(),
    kind: Type.Enum(['text', 'numeracy']),
    competencyId: CompetencyIdSchema,
    stem: Bilingual,
    /** Exactly as given; absent when there was none. Evidence offsets count in it. */
    answer: Type.Optional(Type.String()),
    usedSeconds: Type.Optional(Type.Integer()),
    /** Why a person looks at it (E5); until the reviewer rated, `score`, `points` and `mark` are absent and `hidden` is true. */
    review: Type.Optional(
      Type.Object({ reasons: Type.Array(Bilingual), hidden: Type.Boolean(), ratings: Type.Array(Rating) }, closed),
    ),
    score: Type.Optional(Type.Number()),
    /** Why it got the lowest band or no score. */
    note: Type.Optional(Bilingual),
    points: Type.Optional(
      Type.Array(
        Type.Object(
          {
            pointId: Type.String(),
            label: Bilingual,
            credit: Type.Number(),
            weight: Type.Number(),
            evidence: Type.Array(EvidenceSpan),
          },
          closed,
        ),
      ),
    ),
    mark: Type.Optional(
      Type.Object({ correct: Type.Boolean(), expected: Type.Number(), decimals: Type.Integer() }, closed),
    ),
  },
  closed,
)

const ScoredReport = Type.Object(
  {
    reportId: ObjectIdSchema,
    status: Type.Enum([...reportStatuses]),
    readyAt: Timestamp,
    dueAt: Timestamp,
    /** 0…100; absent while items of it are hidden (E5). */
    total: Type.Optional(Type.Number()),
    band: Type.Optional(Bilingual),
    /** Share of the position's candidates with a lower total; absent under N = 20. */
    rank: Type.Optional(Type.Object({ higherThan: Type.Integer(), of: Type.Integer() }, closed)),
    recommendation: Type.Optional(
      Type.Object(
        { kind: Type.String(), name: Bilingual, reasons: Type.Array(Bilingual), decidedBy: Bilingual },
        closed,
      ),
    ),
    competencies: Type.Array(
      Type.Object(
        {
          id: CompetencyIdSchema,
          name: Bilingual,
          weight: Type.Number(),
          hidden: Type.Boolean(),
          score: Type.Optional(Type.Number()),
          band: Type.Optional(Bilingual),
          anchor: Type.Optional(Bilingual),
          /** Of the position; absent under N = 20. */
          median: Type.Optional(Type.Number()),
        },
        closed,
      ),
    ),
    needsPerson: Type.Array(NeedsPerson),
    highlights: Type.Array(Remark),
    suggestions: Type.Array(Remark),
    resumeHints: Type.Array(ResumeHint),
    questions: Type.Array(QuestionOnReport),
    /** C4, C12, C13: what made it. */
    madeBy: Type.Optional(Type.Object({ scorer: Type.String(), rubric: Type.String() }, closed)),
  },
  closed,
)

/** `GET /api/staff/applications/:id`: the report page. An interviewer sees neither phone nor e-mail. */
export const ApplicationForStaff = Type.Object(
  {
    /** The server's clock when this was read; the page says by it how long somebody waits. */
    now: Timestamp,
    applicationId: ObjectIdSchema,
    name: Type.String(),
    shortCode: ShortCode,
    positionId: Type.String(),
    positionTitle: Bilingual,
    appliedAt: Timestamp,
    source: Type.String(),
    resume: Type.Omit(Resume, ['idNumber', 'phone', 'email'] as const, closed),
    contact: Type.Optional(Type.Object({ phone: Type.String(), email: Type.Optional(Type.String()) }, closed)),
    screening: Type.Optional(
      Type.Object(
        {
          score: Type.Number(),
          outcome: Type.String(),
          matched: Type.Array(Type.String()),
          reasons: Type.Array(Bilingual),
        },
        closed,
      ),
    ),
    flow: Type.Array(Step),
    waiting: Type.Optional(WaitingDecision),
    decisions: Type.Array(
      Type.Object(
        {
          stageName: Bilingual,
          verdict: Type.Enum([...verdictsForStaff]),
          by: Type.String(),
          at: Timestamp,
          reason: Type.Optional(Type.String()),
        },
        closed,
      ),
    ),
    report: Type.Optional(ScoredReport),
    history: Type.Array(HistoryLine),
    messages: Type.Array(
      Type.Object({ at: Timestamp, template: Type.String(), status: Type.String(), detail: Bilingual }, closed),
    ),
    /** The slot of the next round as the position has it, to be changed when advancing. */
    nextSlot: Type.Optional(RoundSlot),
    may: Type.Object({ decide: Type.Boolean(), rate: Type.Boolean() }, closed),
  },
  closed,
)
export type ApplicationForStaff = Static<typeof ApplicationForStaff>

/** `POST /api/staff/reports/:id/ratings`: the reviewer's own score of one question, 1–5 in halves. */
export const RateQuestion = Type.Object(
  {
    questionId: Type.String({ maxLength: 80 }),
    score: Type.Number({ minimum: 1, maximum: 5, multipleOf: 0.5 }),
    note: Type.Optional(Type.String({ maxLength: 500 })),
  },
  closed,
)
export type RateQuestion = Static<typeof RateQuestion>

/** `POST /api/staff/decisions/:id`: a decline needs a reason (C3); `slot` only when advancing. */
export const DecideRequest = Type.Object(
  {
    verdict: Type.Enum([...verdictsForStaff]),
    reason: Type.String({ minLength: 2, maxLength: 500 }),
    slot: Type.Optional(RoundSlot),
  },
  closed,
)
export type DecideRequest = Static<typeof DecideRequest>

/** R17: what a declined candidate reads in the mini-program, `GET /api/candidate/applications/:id/letter`. */
export const DeclineLetter = Type.Object(
  {
    kind: Type.Literal('decline'),
    positionTitle: Bilingual,
    decidedAt: Timestamp,
    opening: Bilingual,
    /** What was assessed: the competencies, or the points of the résumé. */
    assessed: Type.Array(Bilingual),
    strength: Type.Object({ text: Bilingual, quote: Type.Optional(Type.String()) }, closed),
    nextStep: Bilingual,
    appeal: Type.Object({ text: Bilingual, until: Timestamp, contact: Type.String() }, closed),
    closing: Bilingual,
  },
  closed,
)
export type DeclineLetter = Static<typeof DeclineLetter>

/** `POST /api/staff/decisions/:id/preview`: what the candidate would be sent. */
export const DecisionPreview = Type.Object(
  {
    verdict: Type.Enum([...verdictsForStaff]),
    /** Nothing is sent on a hold. */
    message: Type.Optional(Type.Object({ template: Type.String(), text: Bilingual }, closed)),
    letter: Type.Optional(DeclineLetter),
    warnings: Type.Array(Bilingual),
  },
  closed,
)
export type DecisionPreview = Static<typeof DecisionPreview>

/** `POST /api/staff/decisions/bulk`: proposals of screening, each named; without `confirmed` it answers the preview. */
export const DecideMany = Type.Object(
  {
    decisionIds: Type.Array(ObjectIdSchema, { minItems: 1, maxItems: 200, uniqueItems: true }),
    verdict: Type.Enum(['decline', 'hold', 'invite']),
    reason: Type.String({ minLength: 2, maxLength: 500 }),
    confirmed: Type.Boolean(),
  },
  closed,
)
export type DecideMany = Static<typeof DecideMany>
export const DecideManyOutcome = Type.Object(
  {
    /** Who would be, or was, decided; and who was left out and why. */
    decided: Type.Array(Type.Object({ decisionId: ObjectIdSchema, name: Type.String(), shortCode: ShortCode }, closed)),
    leftOut: Type.Array(Type.Object({ decisionId: ObjectIdSchema, why: Bilingual }, closed)),
    done: Type.Boolean(),
  },
  closed,
)
export type DecideManyOutcome = Static<typeof DecideManyOutcome>
