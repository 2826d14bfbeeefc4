/** From questions to competencies, total and stability. */
import type { Assessment, CompetencyAssessment, QuestionAssessment } from '../../../shared/contracts/assessment.js'
import { scoreOf } from './assess-question.js'
import type { InterviewToAssess } from './interview.js'
import { bandOf, rounded, totalOfScore } from './scale.js'

/** In the order of the bank's file. A competency counts the questions of its own, all alike. */
export function assessCompetencies(
  { competencies, weights }: Pick<InterviewToAssess, 'competencies' | 'weights'>,
  questions: readonly QuestionAssessment[],
): CompetencyAssessment[] {
  return competencies.map(({ id, name, anchors }) => {
    const own = questions.filter(({ competencyId }) => competencyId === id)
    const score = meanOf(own.map(scoreOf))
    const anchor = score === undefined ? undefined : anchors[Math.round(score) - 1]

    return {
      competencyId: id,
      name,
      weight: weights[id],
      ...(score !== undefined && { score, band: bandOf(score) }),
      ...(anchor && { anchor }),
      questionIds: own.map(({ questionId }) => questionId),
    }
  })
}

/** Everything that counts and was asked about has its score. */
export const isComplete = (competencies: readonly CompetencyAssessment[]): boolean =>
  competencies.every(
    ({ weight, score, questionIds }) => weight === 0 || questionIds.length === 0 || score !== undefined,
  )

/** Weighted by the position over what was scored: a question that was never shown costs nothing. */
export function totalOf(competencies: readonly CompetencyAssessment[]): number | undefined {
  let sum = 0
  let weights = 0
  for (const { score, weight } of competencies) {
    if (score === undefined) continue
    sum += score * weight
    weights += weight
  }
  return weights > 0 ? totalOfScore(sum / weights) : undefined
}

/** R10/R11: what was said under pressure. How it was said never counts. */
export function stabilityOf(questions: readonly QuestionAssessment[]): Assessment['stability'] {
  const pressed = questions.filter((one) => one.kind === 'text' && one.pressure && scoreOf(one) !== undefined)
  const score = meanOf(pressed.map(scoreOf))

  return score === undefined
    ? undefined
    : { score, band: bandOf(score), questionIds: pressed.map(({ questionId }) => questionId) }
}

function meanOf(scores: readonly (number | undefined)[]): number | undefined {
  const known = scores.filter((score) => score !== undefined)
  return known.length > 0 ? rounded(known.reduce((sum, score) => sum + score, 0) / known.length, 2) : undefined
}
