/** One scored interview as staff read it: the whole, its competencies, and question by question. */
import { Type, type Static } from 'typebox'
import { recordedWays } from './answer-modes.js'
import { IndicatorFound, NeedsPerson, PointOnReport, Remark, ResumeHint } from './assessment.js'
import { ObjectIdSchema, Timestamp } from './ids.js'
import { CompetencyIdSchema } from './question-bank.js'
import { BothVersions, CorrectedVersions } from './report-versions.js'
import { reportStatuses } from './reports.js'
import { SecondOnReport } from './second-ratings.js'
import { Bilingual } from './text.js'
import { MeasuresForReader } from './voice-measures.js'

const closed = { additionalProperties: false }

const MarkOnReport = Type.Object(
  {
    /** Absent where a person has to say which number was meant. */
    correct: Type.Optional(Type.Boolean()),
    expected: Type.Number(),
    decimals: Type.Integer(),
  },
  closed,
)

const MadeByOnReport = Type.Object(
  {
    scorer: Type.String(),
    rubric: Type.String(),
    /** Who read the answers beside the rules, or why nobody did; absent where none is set up. */
    secondScorer: Type.Optional(Bilingual),
  },
  closed,
)

const Rating = Type.Object(
  { by: Type.String(), at: Timestamp, score: Type.Number(), note: Type.Optional(Type.String()) },
  closed,
)

/** What the candidate says was said, beside what was heard; its answer is the corrected text. */
export const CorrectionOnReport = Type.Object(
  {
    at: Timestamp,
    /** Letters and digits as heard, of the longer text. */
    samePercent: Type.Integer(),
    /** Fewer than half of them: a person listens. */
    isFar: Type.Boolean(),
    /** `heard`: only in the transcript, `corrected`: only in the answer. */
    pieces: Type.Array(Type.Object({ in: Type.Enum(['both', 'heard', 'corrected']), text: Type.String() }, closed)),
  },
  closed,
)
export type CorrectionOnReport = Static<typeof CorrectionOnReport>

/** What happened while it was answered: facts for people to read, in no score. */
export const EventOnReport = Type.Object(
  {
    kind: Type.Enum(['cut-off', 'away', 'call', 'phone-changed', 'simpler-asked', 'simpler-silent']),
    lastedMs: Type.Integer(),
    /**
     * Since the answer began, on a recording without the time that was not recorded: about there. Absent where it was recorded again, and
     * of what happened while it was thought about.
     */
    atMs: Type.Optional(Type.Integer()),
    whileThinking: Type.Optional(Type.Literal(true)),
  },
  closed,
)
export type EventOnReport = Static<typeof EventOnReport>

/** It was spoken. Its recording stands under `number` among those of the interview, unless nothing came or its time is over. */
export const SpokenOnReport = Type.Object(
  {
    /** Of the question or follow-up. */
    number: Type.Integer(),
    way: Type.Enum([...recordedWays]),
    /** `people`: nobody wrote it down, so whoever rates listens to it. */
    heardBy: Type.Enum(['transcriber', 'people']),
    correction: Type.Optional(CorrectionOnReport),
    /** What happened meanwhile, for people to judge by. */
    events: Type.Array(EventOnReport),
    /** For reference, weight 0. Absent where it may not be measured or shown, and until who reads has rated the question. */
    measures: Type.Optional(MeasuresForReader),
  },
  closed,
)
export type SpokenOnReport = Static<typeof SpokenOnReport>

const QuestionOnReport = Type.Object(
  {
    questionId: Type.String(),
    number: Type.Integer(),
    kind: Type.Enum(['text', 'numeracy']),
    competencyId: CompetencyIdSchema,
    stem: Bilingual,
    /** Exactly as given; absent when there was none. Evidence offsets count in it. */
    answer: Type.Optional(Type.String()),
    spoken: Type.Optional(SpokenOnReport),
    /** Of a written answer; a spoken one has its own. */
    events: Type.Optional(Type.Array(EventOnReport)),
    usedSeconds: Type.Optional(Type.Integer()),
    /** What was said to the candidate after it, and what was answered; absent where nothing was. */
    followUps: Type.Optional(
      Type.Array(
        Type.Object(
          {
            says: Bilingual,
            answer: Type.Optional(Type.String()),
            spoken: Type.Optional(SpokenOnReport),
            events: Type.Optional(Type.Array(EventOnReport)),
            /** Where evidence counts its first character: it goes on behind the answer to the question. */
            startsAt: Type.Integer(),
            usedSeconds: Type.Optional(Type.Integer()),
          },
          closed,
        ),
      ),
    ),
    /** Why it was asked, in several sentences. */
    why: Type.Optional(Type.Array(Bilingual)),
    /** Why a person looks at it (E5); until the reviewer rated, `score`, `points` and `mark` are absent and `hidden` is true. */
    review: Type.Optional(
      Type.Object(
        {
          reasons: Type.Array(Bilingual),
          hidden: Type.Boolean(),
          ratings: Type.Array(Rating),
          /** Whoever reads has rated it and may ask for somebody else. */
          mayAskSecond: Type.Boolean(),
          second: Type.Optional(SecondOnReport),
        },
        closed,
      ),
    ),
    score: Type.Optional(Type.Number()),
    /** Why it got the lowest band or no score. */
    note: Type.Optional(Bilingual),
    points: Type.Optional(Type.Array(PointOnReport)),
    mark: Type.Optional(MarkOnReport),
    /** What a second scorer made of it; hidden as the score is. */
    secondScorer: Type.Optional(Bilingual),
  },
  closed,
)

const NotAssessed = Type.Object({ what: Bilingual, why: Bilingual }, closed)

/** What the candidate agreed to when the interview began, as it stands now. */
const ConsentBasis = Type.Object(
  { noticeVersion: Type.String(), at: Timestamp, scoring: Type.Boolean(), sharing: Type.Boolean() },
  closed,
)

/** The report as its reader's page and file show it. */
export const ScoredReport = Type.Object(
  {
    reportId: ObjectIdSchema,
    /** Whose recordings are played. */
    interviewId: ObjectIdSchema,
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
    /** What they told of working with others: a reference, in no score. */
    indicators: Type.Array(IndicatorFound),
    /** Answers and competencies without a score, and what is never looked at. */
    notAssessed: Type.Array(NotAssessed),
    questions: Type.Array(QuestionOnReport),
    /** Whoever reads rates after somebody else: neither the band nor what was decided for which reason is in it. */
    blind: Type.Optional(Type.Literal(true)),
    versions: Type.Optional(BothVersions),
    /** Transcripts were corrected since: what the machine made of them before, and makes of them now. */
    corrected: Type.Optional(CorrectedVersions),
    /** C4, C12, C13: what made it. */
    madeBy: Type.Optional(MadeByOnReport),
    basis: Type.Optional(ConsentBasis),
  },
  closed,
)
