/**
 * What the scorer says about an interview. Reports store it as it is; presenters choose what each audience sees.
 * All of it is a proposal: a person decides.
 */
import { Type, type Static } from 'typebox'
import { CompetencyIdSchema } from './question-bank.js'
import { SecondScorer } from './second-scorer.js'
import { Bilingual } from './text.js'

/** Five levels of a rubric are shown as four bands: from 4.2, 3.4 and 2.6 (80, 60 and 40 of 100). */
const bands = ['excellent', 'good', 'fair', 'developing'] as const
export type Band = (typeof bands)[number]

/** `lowest-band`: a score of 1 with the reason kept. `unscored`: no score at all, a person has to read it. */
const answerStatuses = ['scored', 'lowest-band', 'unscored'] as const

/**
 * `not-understood`, `dismissive`: no score, the rules cannot tell what it is worth. `red-line`: it proposes what nobody may do.
 * `may-cross`: it seems to, and has no score until a person has rated it.
 */
const answerReasons = [
  'empty',
  'off-topic',
  'copied-stem',
  'stuffed',
  'injected',
  'red-line',
  'may-cross',
  'language',
  'not-understood',
  'dismissive',
  'not-shown',
] as const
export type AnswerReason = (typeof answerReasons)[number]

/**
 * `contradiction`: the same act is promised and refused. `dense`: credits cut because the answer is too short to hold them.
 * `examiner`: part of it speaks to whoever marks it, and earns nothing. `unsure`: much of it is like nothing in the rubric.
 */
const answerFlags = ['contradiction', 'dense', 'examiner', 'unsure'] as const
export type AnswerFlag = (typeof answerFlags)[number]

const recommendations = ['priority', 'second-round', 'hold', 'decline-suggested'] as const
export type Recommendation = (typeof recommendations)[number]

const personReasons = [
  'middle-score',
  'red-line',
  'may-cross',
  'examiner',
  'not-understood',
  'flagged-answer',
  'language',
  'not-answered',
  'not-assessed',
  'near-threshold',
  'scorers-apart',
  'scorer-unsteady',
  'corrected',
] as const
export type PersonReason = (typeof personReasons)[number]

const closed = { additionalProperties: false }
const Share = Type.Number({ minimum: 0, maximum: 1 })
const Score = Type.Number({ minimum: 1, maximum: 5 })

/** An exact substring of the answer: `text === answer.slice(start, end)`, offsets in UTF-16 code units. */
export const EvidenceSpan = Type.Object(
  { start: Type.Integer({ minimum: 0 }), end: Type.Integer({ minimum: 1 }), text: Type.String({ minLength: 1 }) },
  closed,
)
export type EvidenceSpan = Static<typeof EvidenceSpan>

export const PointScore = Type.Object(
  {
    pointId: Type.String(),
    label: Bilingual,
    weight: Share,
    credit: Share,
    /** Only for showing; the score is made of the credit. */
    hit: Type.Boolean(),
    /** Never empty when there is credit. */
    evidence: Type.Array(EvidenceSpan),
  },
  closed,
)
export type PointScore = Static<typeof PointScore>

export const ScorerVersion = Type.Object({ id: Type.String(), version: Type.String() }, closed)
export type ScorerVersion = Static<typeof ScorerVersion>

export const AnswerScore = Type.Object(
  {
    questionId: Type.String(),
    status: Type.Enum([...answerStatuses]),
    reason: Type.Optional(Type.Enum([...answerReasons])),
    /** 1 + 4 × share, one decimal; absent when unscored. */
    score: Type.Optional(Score),
    /** Weighted sum of the credits; what the rules found in an answer they did not understand is kept, but makes no score. */
    share: Type.Optional(Share),
    points: Type.Array(PointScore),
    flags: Type.Array(Type.Enum([...answerFlags])),
    /** What was said to the examiner, or breaks, or may break, the red line. */
    caughtBy: Type.Optional(EvidenceSpan),
    redLine: Type.Optional(Type.Object({ id: Type.String(), label: Bilingual }, closed)),
    scorer: ScorerVersion,
  },
  closed,
)
export type AnswerScore = Static<typeof AnswerScore>

/** `unreadable`: what number was meant takes a person to say, and until then there is no score; `other-unit`: a number of something else. */
const numeracyReasons = ['wrong', 'other-unit', 'unreadable', 'empty', 'not-shown'] as const

export const NumeracyMark = Type.Object(
  {
    correct: Type.Boolean(),
    expected: Type.Number(),
    decimals: Type.Integer({ minimum: 0, maximum: 4 }),
    /** As typed. */
    given: Type.String(),
    /** What was read from it. */
    read: Type.Optional(Type.Number()),
    reason: Type.Optional(Type.Enum([...numeracyReasons])),
  },
  closed,
)
export type NumeracyMark = Static<typeof NumeracyMark>

export const PointOnReport = Type.Object(
  {
    pointId: Type.String(),
    label: Bilingual,
    credit: Type.Number(),
    /** Met; less than half of it is not. */
    hit: Type.Boolean(),
    weight: Type.Number(),
    evidence: Type.Array(EvidenceSpan),
  },
  closed,
)

export const QuestionAssessment = Type.Union([
  Type.Object(
    {
      kind: Type.Literal('text'),
      questionId: Type.String(),
      competencyId: CompetencyIdSchema,
      pressure: Type.Boolean(),
      answer: AnswerScore,
    },
    closed,
  ),
  Type.Object(
    {
      kind: Type.Literal('numeracy'),
      questionId: Type.String(),
      competencyId: CompetencyIdSchema,
      status: Type.Enum([...answerStatuses]),
      /** 5 or 1; absent when unscored. */
      score: Type.Optional(Score),
      mark: NumeracyMark,
    },
    closed,
  ),
])
export type QuestionAssessment = Static<typeof QuestionAssessment>

export const CompetencyAssessment = Type.Object(
  {
    competencyId: CompetencyIdSchema,
    name: Bilingual,
    /** Percent of the position, as given. */
    weight: Type.Number({ minimum: 0 }),
    /** Mean of its questions; absent when none of them was scored. */
    score: Type.Optional(Score),
    band: Type.Optional(Type.Enum([...bands])),
    /** The behavioural anchor the score is nearest to. */
    anchor: Type.Optional(Bilingual),
    questionIds: Type.Array(Type.String()),
  },
  closed,
)
export type CompetencyAssessment = Static<typeof CompetencyAssessment>

export const Remark = Type.Object(
  {
    questionId: Type.String(),
    competencyId: CompetencyIdSchema,
    pointId: Type.Optional(Type.String()),
    /** From the rubric file: the point's praise or advice. */
    text: Bilingual,
    evidence: Type.Array(EvidenceSpan),
  },
  closed,
)
export type Remark = Static<typeof Remark>

/** Something of working with others, with the words that tell it; of no weight. */
export const IndicatorFound = Type.Object(
  {
    id: Type.String(),
    label: Bilingual,
    found: Type.Array(Type.Object({ questionId: Type.String(), evidence: EvidenceSpan }, closed), { minItems: 1 }),
  },
  closed,
)
export type IndicatorFound = Static<typeof IndicatorFound>

const resumeFactKinds = [
  'bank-internship',
  'work-experience',
  'certificate',
  'award',
  'leadership',
  'volunteering',
] as const
export type ResumeFactKind = (typeof resumeFactKinds)[number]

/** A neutral fact of the résumé: nothing about the person beyond the job. */
export const ResumeFact = Type.Object(
  { kind: Type.Enum([...resumeFactKinds]), text: Type.String({ minLength: 1, maxLength: 200 }) },
  closed,
)
export type ResumeFact = Static<typeof ResumeFact>

export const ResumeHint = Type.Object(
  {
    fact: ResumeFact,
    reason: Type.Enum(['weak', 'not-mentioned']),
    competencyId: CompetencyIdSchema,
    text: Bilingual,
  },
  closed,
)
export type ResumeHint = Static<typeof ResumeHint>

export const NeedsPerson = Type.Object(
  {
    reason: Type.Enum([...personReasons]),
    text: Bilingual,
    questionId: Type.Optional(Type.String()),
    competencyId: Type.Optional(CompetencyIdSchema),
  },
  closed,
)
export type NeedsPerson = Static<typeof NeedsPerson>

export const Assessment = Type.Object(
  {
    positionId: Type.String(),
    rubricVersion: Type.String(),
    scorer: ScorerVersion,
    /** 0…100 over the competencies that were scored, by the position's weights; absent when none was. */
    total: Type.Optional(Type.Number({ minimum: 0, maximum: 100 })),
    band: Type.Optional(Type.Enum([...bands])),
    /** False when a competency with weight has no score, so that the total stands for a part only. */
    complete: Type.Boolean(),
    competencies: Type.Array(CompetencyAssessment),
    questions: Type.Array(QuestionAssessment),
    highlights: Type.Array(Remark),
    suggestions: Type.Array(Remark),
    resumeHints: Type.Array(ResumeHint),
    /** Absent where the bank names none. */
    indicators: Type.Optional(Type.Array(IndicatorFound)),
    /** Content of the pressure questions only; voice and face never count here. */
    stability: Type.Optional(
      Type.Object({ score: Score, band: Type.Enum([...bands]), questionIds: Type.Array(Type.String()) }, closed),
    ),
    recommendation: Type.Object(
      {
        kind: Type.Enum([...recommendations]),
        name: Bilingual,
        reasons: Type.Array(Bilingual),
        /** C3: said on every report. */
        decidedBy: Bilingual,
      },
      closed,
    ),
    /** Empty: the position's rule may advance the candidate without asking a person first. */
    needsPerson: Type.Array(NeedsPerson),
    /** Absent where none was asked. */
    secondScorer: Type.Optional(SecondScorer),
  },
  closed,
)
export type Assessment = Static<typeof Assessment>
