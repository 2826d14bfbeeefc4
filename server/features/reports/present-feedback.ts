/** What a candidate reads about their own interview: a strength first, their own words, one or two next steps (R12, R17, C4, C12). */
import type { Assessment, Band, CompetencyAssessment, Remark } from '../../../shared/contracts/assessment.js'
import type { FeedbackLevel } from '../../../shared/contracts/organisation.js'
import type { FeedbackForCandidate } from '../../../shared/contracts/reports.js'
import type { Bilingual } from '../../../shared/contracts/text.js'
import { bandNames } from '../assessment/index.js'
import type { Report } from './report.js'

const mostStrengths = 2
const mostNextSteps = 2
const bandFill: Record<Band, number> = { excellent: 0.94, good: 0.76, fair: 0.58, developing: 0.4 }

export interface FeedbackParts {
  report: Report | undefined
  assessment: Assessment | undefined
  level: FeedbackLevel
  positionTitle: Bilingual
  submittedAt: Date
  /** Promised end of the machine's part. */
  expectedAt: Date
}

export function presentFeedback({
  report,
  assessment,
  level,
  positionTitle,
  submittedAt,
  expectedAt,
}: FeedbackParts): FeedbackForCandidate {
  if (!report) return { kind: 'preparing', dueBy: expectedAt.toISOString() }
  const dueBy = report.dueAt.toISOString()
  if (!assessment) return { kind: 'awaiting-human', dueBy }
  if (level === 'off') return { kind: 'withheld', dueBy }

  const scored = assessment.competencies.filter(isScored)
  const strongest = [...scored].sort((a, b) => b.score - a.score)[0]
  return {
    kind: 'ready',
    positionTitle,
    interviewedAt: submittedAt.toISOString(),
    detail: level,
    ...(strongest && strongest.band !== 'developing' && { strongest: strongest.name }),
    competencies: scored.map((competency) => presentCompetency(competency, level)),
    strengths: quotedFirst(assessment.highlights)
      .slice(0, mostStrengths)
      .map(({ text, evidence }) => ({ ...(evidence[0] && { quote: evidence[0].text }), text })),
    nextSteps: assessment.suggestions.slice(0, mostNextSteps).map(({ text }) => text),
    madeBy: { scorer: `${assessment.scorer.id} ${assessment.scorer.version}`, rubric: assessment.rubricVersion },
    reviewBy: dueBy,
  }
}

/** A person's own words say more than a sum that came out right. */
const quotedFirst = (remarks: Remark[]): Remark[] => [
  ...remarks.filter(({ evidence }) => evidence.length > 0),
  ...remarks.filter(({ evidence }) => evidence.length === 0),
]

type Scored = CompetencyAssessment & { score: number; band: Band }
const isScored = (competency: CompetencyAssessment): competency is Scored =>
  competency.score !== undefined && competency.band !== undefined

function presentCompetency({ competencyId, name, band, score }: Scored, level: FeedbackLevel) {
  const plain = { id: competencyId, name, band: bandNames[band] }
  return level === 'scores' ? { ...plain, fill: score / 5, score } : { ...plain, fill: bandFill[band] }
}
