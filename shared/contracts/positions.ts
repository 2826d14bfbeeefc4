/** A position as its file describes it, and as a candidate sees it. One position per file; `npm run import` checks it. */
import { Type, type Static } from 'typebox'
import { answerModes } from './answer-modes.js'
import { maxTakes } from './recordings.js'
import { CompetencyIdSchema, competencyIds } from './question-bank.js'
import { RoundSlot } from './round-slot.js'
import { roles } from './staff.js'
import { degrees } from './talent.js'
import { Bilingual } from './text.js'

const Id = Type.String({ pattern: '^[a-z0-9][a-z0-9-]{1,59}$' })
const Percent = Type.Integer({ minimum: 0, maximum: 100 })
const Words = Type.Array(Type.String({ minLength: 1, maxLength: 40 }), { minItems: 1, maxItems: 40 })
const Lines = Type.Array(Bilingual, { maxItems: 12 })

/**
 * How a résumé is judged (R3). The five weights add up to 100. `hard`: missing it never declines anybody,
 * it proposes a decline that a person confirms (C3).
 */
export const ScreeningRules = Type.Object(
  {
    education: Type.Object(
      { weight: Percent, minimum: Type.Enum([...degrees]), hard: Type.Boolean() },
      { additionalProperties: false },
    ),
    majors: Type.Object(
      {
        weight: Percent,
        hard: Type.Boolean(),
        /** Words looked for in the major; `match` is the share of the weight it earns. */
        groups: Type.Array(
          Type.Object(
            { names: Words, match: Type.Number({ minimum: 0, maximum: 1 }) },
            { additionalProperties: false },
          ),
        ),
        /** Share for any other major. */
        otherwise: Type.Number({ minimum: 0, maximum: 1 }),
      },
      { additionalProperties: false },
    ),
    years: Type.Object(
      {
        weight: Percent,
        hard: Type.Boolean(),
        minimum: Type.Number({ minimum: 0, maximum: 50 }),
        /** From here on the whole weight; between `minimum` and here in proportion. */
        full: Type.Number({ minimum: 0, maximum: 50 }),
      },
      { additionalProperties: false },
    ),
    certificates: Type.Object(
      {
        weight: Percent,
        hard: Type.Boolean(),
        /** Names of one certificate; `share` is the part of the weight it earns, all of them together at most 1. */
        items: Type.Array(
          Type.Object(
            { names: Words, share: Type.Number({ exclusiveMinimum: 0, maximum: 1 }) },
            { additionalProperties: false },
          ),
        ),
      },
      { additionalProperties: false },
    ),
    keywords: Type.Object(
      {
        weight: Percent,
        hard: Type.Boolean(),
        /** Words of one idea, looked for in experiences and self-introduction; shares add up as for certificates. */
        items: Type.Array(
          Type.Object(
            { label: Bilingual, words: Words, share: Type.Number({ exclusiveMinimum: 0, maximum: 1 }) },
            { additionalProperties: false },
          ),
        ),
      },
      { additionalProperties: false },
    ),
    /** From `pass` on an invitation goes out; from `borderline` on a person looks (0…100). */
    thresholds: Type.Object({ pass: Percent, borderline: Percent }, { additionalProperties: false }),
  },
  { additionalProperties: false },
)
export type ScreeningRules = Static<typeof ScreeningRules>

/** What lets a candidate advance without asking a person first: a total (0…100) and a least score (1…5) per competency. */
export const DecisionRule = Type.Object(
  {
    minTotal: Percent,
    competencyFloors: Type.Partial(
      Type.Record(Type.Enum([...competencyIds]), Type.Number({ minimum: 1, maximum: 5 })),
      { additionalProperties: false },
    ),
  },
  { additionalProperties: false },
)
export type DecisionRule = Static<typeof DecisionRule>

export const roundKinds = ['ai', 'human'] as const

/**
 * One round of a position's flow (R4), as data. The first is the AI interview, entered by screening; each later one is entered
 * when the round before ended with `advance`.
 */
export const Round = Type.Object(
  {
    id: Id,
    kind: Type.Enum([...roundKinds]),
    name: Bilingual,
    /** What lets a candidate enter from the AI round without asking a person; absent: always a person. */
    entry: Type.Optional(DecisionRule),
    /** Percent of the whole that this round weighs; all together 100. */
    weight: Percent,
    /** Who decides how this round ended. `rule-or-person`: by the next round's entry rule when nothing needs a person. */
    decides: Type.Object(
      {
        by: Type.Enum(['rule-or-person', 'person']),
        roles: Type.Array(Type.Enum([...roles]), { minItems: 1, uniqueItems: true }),
      },
      { additionalProperties: false },
    ),
    /** What is sent to the candidate who enters this round, and to one who is declined in it. */
    sends: Type.Object(
      { entered: Type.Enum(['invitation', 'next-round', 'nothing']), declined: Type.Enum(['decline-letter']) },
      { additionalProperties: false },
    ),
    /** Of a human round. Unset: who advances into it becomes a task for HR, and nothing is sent. */
    slot: Type.Optional(RoundSlot),
  },
  { additionalProperties: false },
)
export type Round = Static<typeof Round>

/** Something that a position wants people to bring along (R2); a résumé is looked through for the words. */
export const CoreTag = Type.Object(
  { id: Id, label: Bilingual, competencyId: CompetencyIdSchema, words: Words },
  { additionalProperties: false },
)
export type CoreTag = Static<typeof CoreTag>

/** One question of the plan. With `or` the place is a free one: it may go to a group that asks about something else in the same way. */
export const PlanPlace = Type.Object(
  {
    formGroup: Id,
    /** Asked instead of `formGroup` when the résumé lacks a core tag that one of these groups asks about. */
    or: Type.Optional(Type.Array(Id, { minItems: 1, maxItems: 5, uniqueItems: true })),
  },
  { additionalProperties: false },
)
export type PlanPlace = Static<typeof PlanPlace>

const CompetencyWeights = Type.Record(Type.Enum([...competencyIds]), Percent, { additionalProperties: false })

export const PositionFile = Type.Object(
  {
    kind: Type.Literal('position'),
    id: Id,
    title: Bilingual,
    department: Bilingual,
    city: Bilingual,
    /** Closed: shown as being prepared, nobody can apply. */
    open: Type.Boolean(),
    /** Place in the list, the smallest first; absent: after those that have one. */
    order: Type.Optional(Type.Integer({ minimum: 1, maximum: 99 })),
    summary: Bilingual,
    duties: Lines,
    requirements: Lines,
    /** Percent per competency, together 100. */
    competencyWeights: CompetencyWeights,
    /** Id of the question bank that `plan` draws from. */
    questionBank: Type.Optional(Id),
    /** Takes the questions that the bank has for this position; absent: those for itself. A copy asks what its model asks. */
    questionsOf: Type.Optional(Id),
    /** What a résumé should show. What it lacks is asked about at a free place of the plan. */
    coreTags: Type.Optional(Type.Array(CoreTag, { minItems: 1, maxItems: 12 })),
    /** The questions in order; of each form group one is drawn. */
    plan: Type.Array(PlanPlace, { maxItems: 20 }),
    answerModes: Type.Array(Type.Enum([...answerModes]), { minItems: 1, uniqueItems: true }),
    /** How often a spoken answer may be recorded again; 1 when left out. */
    retakes: Type.Optional(Type.Integer({ minimum: 0, maximum: maxTakes - 1 })),
    /** About how long the interview takes. */
    minutes: Type.Integer({ minimum: 1, maximum: 180 }),
    bring: Lines,
    notes: Lines,
    /** Who reads the answers, as the invitation says it. */
    seenBy: Bilingual,
    screening: ScreeningRules,
    /** How answers are rated by people (E5). `secondRaterShare`: of so many reports two people rate what is to be rated, drawn by the interview. */
    review: Type.Optional(
      Type.Object({ secondRaterShare: Type.Number({ minimum: 0, maximum: 1 }) }, { additionalProperties: false }),
    ),
    /** A question's plainer wording is offered when somebody falls silent (R40): not at all, or after so many seconds; on, after 20, when left out. */
    simplerPrompt: Type.Optional(
      Type.Object(
        { offered: Type.Boolean(), afterSeconds: Type.Integer({ minimum: 10, maximum: 120 }) },
        { additionalProperties: false },
      ),
    ),
    /** In their order. The first is the AI interview; the one after it carries the rule for advancing without asking. */
    rounds: Type.Array(Round, { minItems: 1, maxItems: 8 }),
  },
  { additionalProperties: false },
)
export type PositionFile = Static<typeof PositionFile>

export const PositionForCandidate = Type.Object(
  {
    id: Id,
    title: Bilingual,
    department: Bilingual,
    city: Bilingual,
    open: Type.Boolean(),
    summary: Bilingual,
    duties: Lines,
    requirements: Lines,
    minutes: Type.Integer(),
    questionCount: Type.Integer(),
    answerModes: Type.Array(Type.Enum([...answerModes])),
    bring: Lines,
    notes: Lines,
  },
  { additionalProperties: false },
)
export type PositionForCandidate = Static<typeof PositionForCandidate>

export const PositionsForCandidate = Type.Object(
  { positions: Type.Array(PositionForCandidate) },
  { additionalProperties: false },
)
export type PositionsForCandidate = Static<typeof PositionsForCandidate>
