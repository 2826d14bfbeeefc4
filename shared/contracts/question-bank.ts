/**
 * The files of the question bank: questions with rubric points, anchors and example phrasings, and numeracy templates.
 * Changing a rubric file changes the report; nothing about a question lives in code.
 */
import { Type, type Static } from 'typebox'
import { Bilingual } from './text.js'

const Id = Type.String({ pattern: '^[a-z0-9][a-z0-9-]{1,59}$' })

/** Core of a bank's posts (requirements D); a position weighs them. */
export const competencyIds = ['service', 'communication', 'integrity', 'numeracy', 'domain', 'resilience'] as const
export type CompetencyId = (typeof competencyIds)[number]
export const CompetencyIdSchema = Type.Enum([...competencyIds])

export const Competency = Type.Object(
  {
    id: CompetencyIdSchema,
    name: Bilingual,
    /** Behaviourally anchored rating scale, levels 1 to 5 in order. */
    anchors: Type.Array(Bilingual, { minItems: 5, maxItems: 5 }),
  },
  { additionalProperties: false },
)
export type Competency = Static<typeof Competency>

export const ExamplePhrasing = Type.Object(
  {
    text: Type.String({ minLength: 2, maxLength: 600 }),
    /** How much of the point this phrasing earns, 0…1. Level 0 shows what must not earn it. */
    level: Type.Number({ minimum: 0, maximum: 1 }),
  },
  { additionalProperties: false },
)
export type ExamplePhrasing = Static<typeof ExamplePhrasing>

export const RubricPoint = Type.Object(
  {
    id: Id,
    /** What a good answer does, as a reviewer would say it. */
    label: Bilingual,
    /** Share of the question, all points of a question add up to 1. */
    weight: Type.Number({ exclusiveMinimum: 0, maximum: 1 }),
    /** Words that mean the same; every group is one idea the point wants. */
    synonymGroups: Type.Array(Type.Array(Type.String({ minLength: 1, maxLength: 40 }), { minItems: 1, maxItems: 30 }), {
      minItems: 1,
      maxItems: 8,
    }),
    examples: Type.Array(ExamplePhrasing, { minItems: 2, maxItems: 12 }),
    /** Said to the candidate when the point was met, and when it was missed. */
    praise: Bilingual,
    advice: Bilingual,
  },
  { additionalProperties: false },
)
export type RubricPoint = Static<typeof RubricPoint>

const Term = Type.String({ minLength: 1, maxLength: 40 })

/** What is done and to what, with any words between: certain in one clause that says whose act it is, else likely. */
const Act = Type.Object(
  {
    /** Verbs and how else it is done: 借, 登, lend. `…` stands for a few words between. */
    do: Type.Array(Term, { minItems: 1, maxItems: 80 }),
    /** What it is done to: 柜员号, login. Left out, `do` says it all. */
    what: Type.Optional(Type.Array(Term, { minItems: 1, maxItems: 80 })),
    /** To whom, where to, or what else has to be said. */
    to: Type.Optional(Type.Array(Term, { minItems: 1, maxItems: 80 })),
    /** Words with which it is another thing: 自己的号. */
    not: Type.Optional(Type.Array(Term, { minItems: 1, maxItems: 80 })),
  },
  { additionalProperties: false },
)

/** An act that nobody may propose. Whoever does gets the lowest band for the question, and a person is told which line it was. */
export const RedLine = Type.Object(
  {
    id: Id,
    /** The act, as a reviewer would say it: "asks a customer for the password". */
    label: Bilingual,
    /** Phrasings that propose it, in both languages, each a clause of its own. */
    does: Type.Array(Type.String({ minLength: 2, maxLength: 200 }), { minItems: 4, maxItems: 40 }),
    /** Phrasings with the same words that refuse it, warn of it, or tell it of somebody else. */
    refuses: Type.Array(Type.String({ minLength: 2, maxLength: 200 }), { minItems: 2, maxItems: 40 }),
    /** The same act by what is done and to what, for wordings that nobody wrote down. */
    acts: Type.Optional(Type.Array(Act, { minItems: 1, maxItems: 20 })),
  },
  { additionalProperties: false },
)
export type RedLine = Static<typeof RedLine>

/** Something that people tell of working with others, beside the score: shown with their words, never counted (R45). */
export const Indicator = Type.Object(
  {
    id: Id,
    /** What it is, as a reviewer would say it: "listens to others". */
    label: Bilingual,
    /** Looked for in answers to questions of these only. */
    competencyIds: Type.Array(CompetencyIdSchema, { minItems: 1, maxItems: 6 }),
    acts: Type.Array(Act, { minItems: 1, maxItems: 20 }),
    /** Phrasings that show it, in both languages, and some with the same words that do not. */
    shows: Type.Array(Type.String({ minLength: 2, maxLength: 200 }), { minItems: 2, maxItems: 40 }),
    doesNot: Type.Array(Type.String({ minLength: 2, maxLength: 200 }), { minItems: 2, maxItems: 40 }),
  },
  { additionalProperties: false },
)
export type Indicator = Static<typeof Indicator>

/** What the other person in a scene says next: the first reply that fits, by rubric points that the answers so far met or missed. */
export const SceneTurn = Type.Object(
  {
    replies: Type.Array(
      Type.Object(
        {
          /** Ids of rubric points; without it the reply always fits, and stands last. */
          when: Type.Optional(
            Type.Object(
              { met: Type.Optional(Type.Array(Id)), missed: Type.Optional(Type.Array(Id)) },
              { additionalProperties: false },
            ),
          ),
          says: Bilingual,
        },
        { additionalProperties: false },
      ),
      { minItems: 1, maxItems: 4 },
    ),
    answerSeconds: Type.Optional(Type.Integer({ minimum: 30, maximum: 600 })),
  },
  { additionalProperties: false },
)
export type SceneTurn = Static<typeof SceneTurn>

/** Asked once, in the item's own words, when that part of a told experience is missing; what is unset is not asked for. */
export const Probes = Type.Object(
  {
    situation: Type.Optional(Bilingual),
    task: Type.Optional(Bilingual),
    action: Type.Optional(Bilingual),
    result: Type.Optional(Bilingual),
    /** For answers that say "we" only. */
    ownPart: Type.Optional(Bilingual),
  },
  { additionalProperties: false },
)
export type Probes = Static<typeof Probes>

export const questionKinds = ['situational', 'behavioural', 'knowledge', 'free-text'] as const
export type QuestionKind = (typeof questionKinds)[number]

export const Question = Type.Object(
  {
    id: Id,
    kind: Type.Enum([...questionKinds]),
    competencyId: CompetencyIdSchema,
    positionIds: Type.Array(Id, { minItems: 1 }),
    stem: Bilingual,
    /** Asked under pressure; its content makes the stability score. */
    pressure: Type.Boolean(),
    /** Parallel form: questions of one form group replace each other. */
    formGroup: Id,
    /** Seconds; unset = the default of the organisation. Thinking is never under 30. */
    thinkingSeconds: Type.Optional(Type.Integer({ minimum: 30, maximum: 600 })),
    answerSeconds: Type.Optional(Type.Integer({ minimum: 30, maximum: 1800 })),
    /** What levels 1 to 5 look like for this very question. */
    anchors: Type.Array(Bilingual, { minItems: 5, maxItems: 5 }),
    points: Type.Array(RubricPoint, { minItems: 2, maxItems: 10 }),
    /** The same question in plainer words, for whoever asks for them. */
    simplerStem: Type.Optional(Bilingual),
    /** Beside those of the whole bank. */
    redLines: Type.Optional(Type.Array(RedLine, { maxItems: 8 })),
    /** For behavioural questions. */
    probes: Type.Optional(Probes),
    /** For situational questions: the scene goes on, at most twice. */
    turns: Type.Optional(Type.Array(SceneTurn, { maxItems: 2 })),
  },
  { additionalProperties: false },
)
export type Question = Static<typeof Question>

export const calculators = [
  'allowed-downtime',
  'average-needed',
  'batch-minutes',
  'busy-workers',
  'cash-count',
  'counter-utilisation',
  'discount-proceeds',
  'equal-principal-first-month',
  'expected-loss',
  'interest-difference',
  'percent-of',
  'simple-interest',
  'turnover-days',
] as const
export type Calculator = (typeof calculators)[number]

export const NumeracyTemplate = Type.Object(
  {
    id: Id,
    competencyId: CompetencyIdSchema,
    positionIds: Type.Array(Id, { minItems: 1 }),
    formGroup: Id,
    /** `{name}` stands for a variable; rate and day basis are stated in the stem. */
    stem: Bilingual,
    calculator: Type.Enum([...calculators]),
    variables: Type.Record(
      Type.String({ pattern: '^[a-z][A-Za-z0-9]*$' }),
      Type.Object(
        { min: Type.Number(), max: Type.Number(), step: Type.Number({ exclusiveMinimum: 0 }) },
        { additionalProperties: false },
      ),
    ),
    /** A case worked by hand; the import computes it again and refuses the file when it comes out differently. */
    workedExample: Type.Optional(
      Type.Object(
        {
          values: Type.Record(Type.String({ pattern: '^[a-z][A-Za-z0-9]*$' }), Type.Number()),
          expected: Type.Number(),
        },
        { additionalProperties: false },
      ),
    ),
    unit: Bilingual,
    /** Decimals of the exact answer; rounding is half up. */
    decimals: Type.Integer({ minimum: 0, maximum: 4 }),
    thinkingSeconds: Type.Optional(Type.Integer({ minimum: 30, maximum: 600 })),
    answerSeconds: Type.Optional(Type.Integer({ minimum: 30, maximum: 1800 })),
    praise: Bilingual,
    advice: Bilingual,
  },
  { additionalProperties: false },
)
export type NumeracyTemplate = Static<typeof NumeracyTemplate>

/** One file of the bank: a set of competencies, questions and templates with a version that reports name. */
export const QuestionBankFile = Type.Object(
  {
    kind: Type.Literal('question-bank'),
    /** Positions name their bank by it. */
    id: Id,
    /** Begins with the id, for example `teller-2026.1`. A change of content needs a new version: reports name it. */
    version: Type.String({ pattern: '^[a-z0-9][a-z0-9.-]{1,39}$' }),
    competencies: Type.Array(Competency),
    /** For every question of the bank. */
    redLines: Type.Optional(Type.Array(RedLine, { maxItems: 30 })),
    indicators: Type.Optional(Type.Array(Indicator, { maxItems: 12 })),
    questions: Type.Array(Question),
    numeracy: Type.Array(NumeracyTemplate),
  },
  { additionalProperties: false },
)
export type QuestionBankFile = Static<typeof QuestionBankFile>
