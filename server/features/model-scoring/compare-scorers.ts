/**
 * Two scorers beside each other. Where they are a band apart a person reads the answer; the rules' scores, total and suggestion stay as
 * they are, so that a model can only bring a person in. Pure.
 */
import type { Assessment, NeedsPerson } from '../../../shared/contracts/assessment.js'
import type { SecondReading, SecondScorer } from '../../../shared/contracts/second-scorer.js'
import { because } from '../assessment/index.js'
import { areApart, type settleRuns } from './settle-runs.js'

export function compared(
  questionId: string,
  rulesScore: number,
  { score, isSteady, points }: ReturnType<typeof settleRuns>,
): SecondReading {
  const agreement = areApart(score, rulesScore) ? 'apart' : 'agrees'
  return { questionId, outcome: isSteady ? agreement : 'unsteady', score, points }
}

export function withSecondScorer(assessment: Assessment, secondScorer: SecondScorer): Assessment {
  return {
    ...assessment,
    secondScorer,
    needsPerson: [
      ...assessment.needsPerson,
      ...secondScorer.readings.flatMap((reading) => whyPerson(assessment.questions, reading)),
    ],
  }
}

function whyPerson(questions: Assessment['questions'], { questionId, outcome }: SecondReading): NeedsPerson[] {
  const competencyId = questions.find((one) => one.questionId === questionId)?.competencyId
  const about = { questionId, ...(competencyId !== undefined && { competencyId }) }
  if (outcome === 'apart') return [{ ...because('scorers-apart'), ...about }]
  return outcome === 'unsteady' ? [{ ...because('scorer-unsteady'), ...about }] : []
}

/** Answers in words to which the rules gave a score for what they say; the others are with a person already, or empty. */
export function answersToRead({
  questions,
}: Pick<Assessment, 'questions'>): { questionId: string; rulesScore: number }[] {
  return questions.flatMap((one) => {
    if (one.kind !== 'text' || one.answer.score === undefined) return []
    const isRead = one.answer.status === 'scored' || one.answer.reason === 'off-topic'
    return isRead ? [{ questionId: one.questionId, rulesScore: one.answer.score }] : []
  })
}

export function unheard(
  assessment: Pick<Assessment, 'questions'>,
  reason: NonNullable<SecondReading['reason']>,
): SecondScorer {
  const readings = answersToRead(assessment).map(({ questionId }) => ({
    questionId,
    outcome: 'rules-alone' as const,
    reason,
  }))
  return { readings }
}
