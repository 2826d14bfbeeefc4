/** What HR decides about candidates: who waits, what a decision would send, and the letter of a decline. */
import { Type, type Static } from 'typebox'
import { ObjectIdSchema, ShortCode, Timestamp } from './ids.js'
import { RoundSlot } from './round-slot.js'
import { Bilingual } from './text.js'

const closed = { additionalProperties: false }

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
    /** Verdicts that are possible at this stage, for whoever reads; none for who may only look. */
    allowed: Type.Array(Type.Enum([...verdictsForStaff])),
    /** Items that whoever reads has not rated yet; deciding before is possible, the preview warns. */
    toReview: Type.Integer(),
    /** Questions that wait for a second rating or to be settled; decided before only with a word that it is so. */
    openSecond: Type.Optional(Type.Integer()),
    /** A round without time and place: the candidate has heard nothing, `POST /api/staff/decisions/:id/slot` sets them. */
    unarranged: Type.Optional(Type.Literal(true)),
    /** They do not share what they wrote with whoever reads: no proposal, nothing to review. */
    notShared: Type.Optional(Type.Literal(true)),
  },
  closed,
)
export type WaitingDecision = Static<typeof WaitingDecision>
export const waitingShows = ['overdue', 'held', 'person'] as const
export type WaitingShow = (typeof waitingShows)[number]
export const WaitingQuery = Type.Object(
  {
    /** The page that follows the one which gave this. */
    after: Type.Optional(Type.String({ pattern: '^\\d{1,15}-[0-9a-f]{24}$' })),
    positionId: Type.Optional(Type.String({ maxLength: 60 })),
    stage: Type.Optional(Type.String({ maxLength: 60 })),
    /** `person`: answers to rate by whoever reads, or time and place to set. */
    show: Type.Optional(Type.Enum([...waitingShows])),
  },
  closed,
)
export type WaitingQuery = Static<typeof WaitingQuery>
/** `GET /api/staff/waiting`, oldest first: a page of those who wait, and how many they are in all. */
export const WaitingList = Type.Object(
  {
    now: Timestamp,
    /** Whatever is filtered. */
    total: Type.Integer(),
    waiting: Type.Array(WaitingDecision),
    /** Where the next page begins; absent on the last one. A page of a filter may be short. */
    next: Type.Optional(Type.String()),
    /** What can be filtered by, over all who may wait. */
    choices: Type.Object(
      {
        positions: Type.Array(Type.Object({ id: Type.String(), name: Bilingual }, closed)),
        /** Screening is one stage; a round belongs to its position. */
        stages: Type.Array(
          Type.Object({ stage: Type.String(), name: Bilingual, positionId: Type.Optional(Type.String()) }, closed),
        ),
      },
      closed,
    ),
  },
  closed,
)
export type WaitingList = Static<typeof WaitingList>

/** `GET /api/staff/waiting/count`: the number beside 今天, on every page. */
export const WaitingCount = Type.Object({ total: Type.Integer() }, closed)

/** `POST /api/staff/decisions/:id`: a decline needs a reason (C3); `slot` only when advancing. */
export const DecideRequest = Type.Object(
  {
    verdict: Type.Enum([...verdictsForStaff]),
    reason: Type.String({ minLength: 2, maxLength: 500 }),
    slot: Type.Optional(RoundSlot),
    /** Without waiting for a second rating that is asked for; the history says so. */
    despiteSecond: Type.Optional(Type.Boolean()),
  },
  closed,
)
export type DecideRequest = Static<typeof DecideRequest>

/** `POST /api/staff/decisions/:id/take-back`: the reason is kept with the verdict and shown to staff. */
export const TakeBackRequest = Type.Object({ reason: Type.String({ minLength: 2, maxLength: 500 }) }, closed)

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

/** The letter with what became of it: `askedAt` once the candidate asked that a person looks again. */
export const LetterForCandidate = Type.Object(
  {
    ...DeclineLetter.properties,
    mayAsk: Type.Boolean(),
    askedAt: Type.Optional(Timestamp),
    /** What they wrote when they asked. */
    askedWords: Type.Optional(Type.String()),
    /** HR's own words. */
    answer: Type.Optional(Type.Object({ text: Type.String(), at: Timestamp }, closed)),
  },
  closed,
)
export type LetterForCandidate = Static<typeof LetterForCandidate>

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
