/** Highlights and suggestions: the rubric's own praise and advice, for points met and missed. Another file, another report. */
import type { AnswerScore, EvidenceSpan, QuestionAssessment, Remark } from '../../../shared/contracts/assessment.js'
import type { AskedQuestion } from '../question-types/index.js'
import { idOf } from './interview.js'

const mostPerQuestion = 2

interface Ranked {
  remark: Remark
  /** Part of its question that was won or lost. */
  worth: number
}

export function highlightsOf(asked: readonly AskedQuestion[], assessed: readonly QuestionAssessment[]): Remark[] {
  return choose(
    assessed.flatMap((one) =>
      one.kind === 'numeracy'
        ? numeracyRemarks(asked, one, one.mark.correct, 'praise')
        : praisedIn(one.answer)
            .filter(({ hit }) => hit)
            .flatMap(({ pointId, weight, credit, evidence }) =>
              pointRemarks(asked, one, { pointId, kind: 'praise', worth: weight * credit, evidence }),
            ),
    ),
  )
}

/** Nothing is praised in an answer that may cross a red line, until a person has read it. */
const praisedIn = ({ reason, points }: AnswerScore) => (reason === 'may-cross' ? [] : points)

export function suggestionsOf(asked: readonly AskedQuestion[], assessed: readonly QuestionAssessment[]): Remark[] {
  return choose(
    assessed.flatMap((one) => {
      if (one.kind === 'numeracy')
        return numeracyRemarks(asked, one, one.status !== 'unscored' && !one.mark.correct, 'advice')
      if (one.answer.status === 'unscored') return []
      return one.answer.points
        .filter(({ hit }) => !hit)
        .flatMap(({ pointId, weight, credit }) =>
          pointRemarks(asked, one, { pointId, kind: 'advice', worth: weight * (1 - credit), evidence: [] }),
        )
    }),
  )
}

type Said = 'praise' | 'advice'

interface PointFound {
  pointId: string
  kind: Said
  worth: number
  evidence: EvidenceSpan[]
}

function pointRemarks(asked: readonly AskedQuestion[], one: QuestionAssessment, found: PointFound): Ranked[] {
  const { pointId, kind, worth, evidence } = found
  const question = asked.find((candidate) => idOf(candidate) === one.questionId)
  const point = question?.kind === 'text' ? question.question.points.find(({ id }) => id === pointId) : undefined
  if (!point) return []

  const { questionId, competencyId } = one
  return [{ worth, remark: { questionId, competencyId, pointId, text: point[kind], evidence } }]
}

function numeracyRemarks(
  asked: readonly AskedQuestion[],
  one: QuestionAssessment,
  applies: boolean,
  kind: Said,
): Ranked[] {
  const question = asked.find((candidate) => idOf(candidate) === one.questionId)
  if (!applies || question?.kind !== 'numeracy') return []

  const { questionId, competencyId } = one
  return [{ worth: 1, remark: { questionId, competencyId, text: question.item[kind], evidence: [] } }]
}

/**
 * The weightiest first, at most two of a question; equal ones stay in the order they were asked in. All questions are kept: what a reader
 * may not see yet, because a person reads it, must not leave them with nothing.
 */
function choose(ranked: readonly Ranked[]): Remark[] {
  const chosen: Remark[] = []
  for (const { remark } of [...ranked].sort((one, other) => other.worth - one.worth)) {
    const already = chosen.filter(({ questionId }) => questionId === remark.questionId).length
    if (already < mostPerQuestion) chosen.push(remark)
  }
  return chosen
}
