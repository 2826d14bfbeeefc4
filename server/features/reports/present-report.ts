/** The report as one reviewer may see it: what still hides from them (E5) is left out here, not covered by the page. Pure. */
import type { Assessment, CompetencyAssessment } from '../../../shared/contracts/assessment.js'
import type { ApplicationForStaff } from '../../../shared/contracts/staff-reports.js'
import { bandNames } from '../assessment/index.js'
import type { Interview } from '../interviews/index.js'
import type { MeasuredVoice } from '../recordings/index.js'
import { isGranted, type CurrentConsent } from '../consent/index.js'
import { presentCorrected } from './present-correction.js'
import { presentNotAssessed } from './present-not-assessed.js'
import type { WhyAsked } from '../question-bank/index.js'
import { rankOf, type PositionScores } from './position-rank.js'
import { presentQuestion } from './present-question.js'
import { presentSecondScorer, scorersIn } from './present-second-scorer.js'
import type { Rating } from './rating-store.js'
import type { Report } from './report.js'
import type { Earlier } from './scored-again-store.js'
import { hiddenFrom, isOpenReason, type Hidden } from './review.js'
import { blindTo, type AppealedReport, type Blind, type Reader } from './second-rater/blind-items.js'
import type { SecondRating, Settlement } from './second-rater/second-rating.js'
import { twoVersions } from './second-rater/two-versions.js'

export type ReportForStaff = NonNullable<ApplicationForStaff['report']>

export interface ReportParts {
  report: Report
  assessment?: Assessment
  /** What it was before transcripts were corrected. */
  earlier?: readonly Earlier[]
  interview: Interview
  /** Absent of an interview that began before reasons were kept. */
  whyAsked?: readonly WhyAsked[]
  ratings: readonly Rating[]
  /** Who reads. */
  reader: Reader
  /** Of this report, with what was agreed. */
  seconds: readonly (SecondRating & { settlement?: Settlement })[]
  /** The last time that its candidate asked for another look, and whether it waits for an answer. */
  appeal?: (AppealedReport & { waits: boolean }) | undefined
  /** The position's candidates together; absent under N = 20. */
  others?: PositionScores
  nameOf: (memberId: string) => string
  /** Of spoken answers, by the number of their question. */
  measured?: ReadonlyMap<number, MeasuredVoice>
  /** Absent where it was given before the interview's invitation kept it. */
  consent?: CurrentConsent
}

const nothingHidden: Hidden = { questions: new Set(), competencies: new Set(), whole: false }

/** Nothing that reads the machine's verdict out of a total, a comparison or a proposal while an item is unrated. */
export function presentReport(parts: ReportParts): ReportForStaff {
  const { report, assessment, interview, reader, ratings } = parts
  const ratedByMe = new Set(ratings.filter(({ by }) => by === reader.memberId).map(({ questionId }) => questionId))
  const blind = blindIn(parts, ratedByMe)
  const hidden = assessment ? hiddenFrom(assessment, blind.hidden) : nothingHidden
  return {
    reportId: report.id,
    interviewId: interview.id,
    status: report.status,
    readyAt: report.readyAt.toISOString(),
    dueAt: report.dueAt.toISOString(),
    ...(assessment && presentWhole(assessment, { hidden, blind }, parts.others)),
    competencies:
      assessment?.competencies
        .filter(({ questionIds }) => questionIds.length > 0)
        .map((competency) => presentCompetency(competency, hidden, parts.others)) ?? [],
    ...presentRemarks(assessment, hidden),
    notAssessed: presentNotAssessed({
      ...(assessment && { assessment }),
      status: report.status,
      asked: interview.questions,
      hidden: hidden.questions,
      rated: ratedByMe,
    }),
    questions: interview.questions.map((question) => presentQuestion({ ...parts, question, hidden, blind, ratedByMe })),
    ...(blind.second && { blind: true as const }),
    ...presentVersions(parts, blind),
    ...presentCorrected(parts, blind.hidden.length === 0),
    ...(assessment && {
      madeBy: {
        scorer: scorersIn(assessment),
        rubric: assessment.rubricVersion,
        ...presentSecondScorer(assessment),
      },
    }),
    ...(parts.consent && { basis: presentBasis(parts.consent) }),
  }
}

const presentBasis = (consent: CurrentConsent): NonNullable<ReportForStaff['basis']> => ({
  noticeVersion: consent.acceptedVersion,
  at: consent.acceptedAt.toISOString(),
  scoring: isGranted(consent, 'ai-scoring'),
  sharing: isGranted(consent, 'sharing'),
})

function blindIn({ report, seconds, appeal, reader }: ReportParts, ratedByMe: ReadonlySet<string>): Blind {
  return blindTo({ report, seconds, ratedByMe, reader, ...(appeal?.waits && { appeal }) })
}

/** Both, once this reader has nothing left to rate. */
function presentVersions(parts: ReportParts, blind: Blind): Pick<ReportForStaff, 'versions'> {
  const { appeal, seconds, nameOf } = parts
  if (!appeal || blind.hidden.length > 0) return {}
  const settled = new Map(
    seconds.flatMap(({ questionId, settlement, settledAt }) =>
      settlement && settledAt && settledAt < appeal.askedAt ? [[questionId, settlement.score] as const] : [],
    ),
  )
  const both = twoVersions({ ...parts, settled, askedAt: appeal.askedAt }, nameOf)
  return both ? { versions: { askedAt: appeal.askedAt.toISOString(), ...both } } : {}
}

/** The band is coarse enough to be shown beside a hidden item, but not to whoever rates after somebody; everything finer is not. */
function presentWhole(
  { total, band, recommendation }: Assessment,
  { hidden, blind }: { hidden: Hidden; blind: Blind },
  others: PositionScores | undefined,
) {
  const coarse = band && !blind.second ? { band: bandNames[band] } : {}
  if (hidden.whole) return coarse
  const rank = total !== undefined && others ? rankOf(total, others) : undefined
  return { ...coarse, ...(total !== undefined && { total }), ...(rank && { rank }), recommendation }
}

function presentCompetency(
  { competencyId: id, name, weight, score, band, anchor }: CompetencyAssessment,
  hidden: Hidden,
  others: PositionScores | undefined,
): ReportForStaff['competencies'][number] {
  const median = others?.medians[id]
  const compared = { id, name, weight, ...(median !== undefined && { median }) }
  if (hidden.competencies.has(id)) return { ...compared, hidden: true }
  return {
    ...compared,
    hidden: false,
    ...(score !== undefined && { score }),
    ...(band && { band: bandNames[band] }),
    ...(anchor && { anchor }),
  }
}

const mostRemarks = 5

function presentRemarks(
  assessment: Assessment | undefined,
  hidden: Hidden,
): Pick<ReportForStaff, 'needsPerson' | 'highlights' | 'suggestions' | 'resumeHints' | 'indicators'> {
  if (!assessment) return { needsPerson: [], highlights: [], suggestions: [], resumeHints: [], indicators: [] }
  const open = ({ questionId }: { questionId: string }) => !hidden.questions.has(questionId)
  return {
    needsPerson: hidden.whole ? assessment.needsPerson.filter(isOpenReason) : assessment.needsPerson,
    highlights: assessment.highlights.filter(open).slice(0, mostRemarks),
    suggestions: assessment.suggestions.filter(open).slice(0, mostRemarks),
    indicators: (assessment.indicators ?? [])
      .map((one) => ({ ...one, found: one.found.filter(open) }))
      .filter(({ found }) => found.length > 0),
    resumeHints: assessment.resumeHints.filter(({ competencyId }) => !hidden.competencies.has(competencyId)),
  }
}
