/** What a candidate reads about their own interview: a strength first, their own words, one or two next steps (R12, R17, C4, C12). */
import type { Assessment, Band, CompetencyAssessment, Remark } from '../../../shared/contracts/assessment.js'
import type { FeedbackLevel } from '../../../shared/contracts/organisation.js'
import type { FeedbackForCandidate } from '../../../shared/contracts/reports.js'
import type { Bilingual } from '../../../shared/contracts/text.js'
import { bandNames, bandOf } from '../assessment/index.js'
import { scorersIn } from './present-second-scorer.js'
import type { Rating } from './rating-store.js'
import type { Report } from './report.js'
import { texts } from './texts/index.js'

const mostStrengths = 2
const mostNextSteps = 2
const bandFill: Record<Band, number> = { excellent: 0.94, good: 0.76, fair: 0.58, developing: 0.4 }

export interface FeedbackParts {
  report: Report | undefined
  assessment: Assessment | undefined
  /** By people; theirs go before the machine's. */
  ratings: readonly Pick<Rating, 'questionId' | 'score'>[]
  /** Their candidate refused AI scoring. */
  readByPeople: boolean
  level: FeedbackLevel
  positionTitle: Bilingual
  submittedAt: Date
  /** Promised end of the machine's part. */
  expectedAt: Date
}

export function presentFeedback({
  report,
  assessment,
  ratings,
  readByPeople,
  level,
  positionTitle,
  submittedAt,
  expectedAt,
}: FeedbackParts): FeedbackForCandidate {
  if (!report) return readByPeople ? { kind: 'awaiting-human' } : { kind: 'preparing', dueBy: expectedAt.toISOString() }
  const dueBy = report.dueAt.toISOString()
  if (!assessment) return { kind: 'awaiting-human', dueBy }
  if (level === 'off') return { kind: 'withheld', dueBy }

  const waiting = new Set(report.status === 'reviewed' ? [] : report.reviewItems)
  const isSure = ({ questionIds }: Pick<CompetencyAssessment, 'questionIds'>) =>
    !questionIds.some((id) => waiting.has(id))
  const scored = assessment.competencies.map((one) => withRatings(one, assessment, ratings)).filter(isScored)
  const said = (remarks: Remark[]) => remarks.filter(({ questionId }) => !waiting.has(questionId))
  const strongest = scored.filter(isSure).sort((a, b) => b.score - a.score)[0]
  return {
    kind: 'ready',
    positionTitle,
    interviewedAt: submittedAt.toISOString(),
    detail: level,
    ...(strongest && strongest.band !== 'developing' && { strongest: strongest.name }),
    competencies: scored.map((one) => (isSure(one) ? presentCompetency(one, level) : presentWaiting(one))),
    strengths: quotedFirst(said(assessment.highlights))
      .slice(0, mostStrengths)
      .map(({ text, evidence }) => ({ ...(evidence[0] && { quote: evidence[0].text }), text })),
    nextSteps: said(assessment.suggestions)
      .slice(0, mostNextSteps)
      .map(({ text }) => text),
    madeBy: { scorer: scorersIn(assessment), rubric: assessment.rubricVersion },
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

/** Where people rated answers, their mean stands in place of the machine's score. */
function withRatings(
  competency: CompetencyAssessment,
  { questions }: Assessment,
  ratings: FeedbackParts['ratings'],
): CompetencyAssessment {
  const { questionIds } = competency
  if (!ratings.some(({ questionId }) => questionIds.includes(questionId))) return competency
  const scores = questionIds.flatMap((id) => {
    const given = ratings.filter(({ questionId }) => questionId === id).map(({ score }) => score)
    return given.length > 0 ? meanOf(given) : (machineScore(questions, id) ?? [])
  })
  return scores.length > 0 ? { ...competency, score: meanOf(scores), band: bandOf(meanOf(scores)) } : competency
}

function machineScore(questions: Assessment['questions'], id: string): number | undefined {
  const one = questions.find(({ questionId }) => questionId === id)
  return one?.kind === 'text' ? one.answer.score : one?.score
}

const meanOf = (scores: readonly number[]): number =>
  Math.round((scores.reduce((sum, score) => sum + score, 0) / scores.length) * 100) / 100

const presentWaiting = ({ competencyId, name }: Scored) => ({
  id: competencyId,
  name,
  band: texts.waitsForPerson,
  fill: 0,
})

function presentCompetency({ competencyId, name, band, score }: Scored, level: FeedbackLevel) {
  const plain = { id: competencyId, name, band: bandNames[band] }
  return level === 'scores' ? { ...plain, fill: score / 5, score } : { ...plain, fill: bandFill[band] }
}
