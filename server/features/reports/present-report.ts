/** The report as one reviewer may see it: what still hides from them (E5) is left out here, not covered by the page. Pure. */
import type { Assessment, CompetencyAssessment } from '../../../shared/contracts/assessment.js'
import type { ApplicationForStaff } from '../../../shared/contracts/staff-reports.js'
import { bandNames } from '../assessment/index.js'
import type { Interview } from '../interviews/index.js'
import type { WhyAsked } from '../question-bank/index.js'
import { rankOf, type PositionScores } from './position-rank.js'
import { presentQuestion } from './present-question.js'
import { presentSecondScorer, scorersIn } from './present-second-scorer.js'
import type { Rating } from './rating-store.js'
import type { Report } from './report.js'
import { hiddenFrom, isOpenReason, type Hidden } from './review.js'

export type ReportForStaff = NonNullable<ApplicationForStaff['report']>

export interface ReportParts {
  report: Report
  assessment?: Assessment
  interview: Interview
  /** Absent of an interview that began before reasons were kept. */
  whyAsked?: readonly WhyAsked[]
  ratings: readonly Rating[]
  /** Who reads. */
  memberId: string
  /** The position's candidates together; absent under N = 20. */
  others?: PositionScores
  nameOf: (memberId: string) => string
}

const nothingHidden: Hidden = { questions: new Set(), competencies: new Set(), whole: false }

/** Nothing that reads the machine's verdict out of a total, a comparison or a proposal while an item is unrated. */
export function presentReport(parts: ReportParts): ReportForStaff {
  const { report, assessment, interview, memberId, ratings } = parts
  const ratedByMe = new Set(ratings.filter(({ by }) => by === memberId).map(({ questionId }) => questionId))
  const hidden = assessment ? hiddenFrom(assessment, { reviewItems: report.reviewItems, ratedByMe }) : nothingHidden
  return {
    reportId: report.id,
    status: report.status,
    readyAt: report.readyAt.toISOString(),
    dueAt: report.dueAt.toISOString(),
    ...(assessment && presentWhole(assessment, hidden, parts.others)),
    competencies:
      assessment?.competencies
        .filter(({ questionIds }) => questionIds.length > 0)
        .map((competency) => presentCompetency(competency, hidden, parts.others)) ?? [],
    ...presentRemarks(assessment, hidden),
    questions: interview.questions.map((question) => presentQuestion({ ...parts, question, hidden, ratedByMe })),
    ...(assessment && {
      madeBy: {
        scorer: scorersIn(assessment),
        rubric: assessment.rubricVersion,
        ...presentSecondScorer(assessment),
      },
    }),
  }
}

/** The band is coarse enough to be shown beside a hidden item; everything finer is not. */
function presentWhole({ total, band, recommendation }: Assessment, hidden: Hidden, others: PositionScores | undefined) {
  const coarse = band ? { band: bandNames[band] } : {}
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
): Pick<ReportForStaff, 'needsPerson' | 'highlights' | 'suggestions' | 'resumeHints'> {
  if (!assessment) return { needsPerson: [], highlights: [], suggestions: [], resumeHints: [] }
  const open = ({ questionId }: { questionId: string }) => !hidden.questions.has(questionId)
  return {
    needsPerson: hidden.whole ? assessment.needsPerson.filter(isOpenReason) : assessment.needsPerson,
    highlights: assessment.highlights.filter(open).slice(0, mostRemarks),
    suggestions: assessment.suggestions.filter(open).slice(0, mostRemarks),
    resumeHints: assessment.resumeHints.filter(({ competencyId }) => !hidden.competencies.has(competencyId)),
  }
}
