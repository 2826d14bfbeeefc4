import type { NumeracyMark, QuestionAssessment } from '../../../shared/contracts/assessment.js'
import type { Question } from '../../../shared/contracts/question-bank.js'
import { markNumeracy, type AskedQuestion, type NumeracyItem } from '../question-types/index.js'
import type { GivenAnswer, InterviewToAssess } from './interview.js'
import { scoreWithFollowUps } from './follow-up/score-with-follow-ups.js'
import { notShown } from './score-answer.js'

/** What holds for all questions of an interview. */
type Given = Pick<InterviewToAssess, 'language' | 'redLines'>

const rightScore = 5
const wrongScore = 1

export function assessQuestion(asked: AskedQuestion, answer: GivenAnswer, given: Given): QuestionAssessment {
  if (asked.kind === 'numeracy') return assessNumeracy(asked.item, answer)
  return assessText(asked.question, answer, given)
}

function assessText(question: Question, answer: GivenAnswer, { language, redLines = [] }: Given): QuestionAssessment {
  const { id: questionId, competencyId, pressure } = question
  const score = neverReached(answer)
    ? notShown(question)
    : scoreWithFollowUps({
        question,
        answer: answer.text ?? '',
        toFollowUps: answer.toFollowUps ?? [],
        redLines,
        ...(language && { language }),
      })

  return { kind: 'text', questionId, competencyId, pressure, answer: score }
}

function assessNumeracy(
  { id: questionId, competencyId, expected, decimals, unit }: NumeracyItem,
  answer: GivenAnswer,
): QuestionAssessment {
  const frame = { kind: 'numeracy' as const, questionId, competencyId }
  const given = answer.text ?? ''
  if (neverReached(answer)) {
    const mark: NumeracyMark = { correct: false, expected, decimals, given, reason: 'not-shown' }
    return { ...frame, status: 'unscored', mark }
  }

  const mark = markNumeracy({ expected, decimals, unit, given })
  if (mark.reason === 'unreadable') return { ...frame, status: 'unscored', mark }
  return {
    ...frame,
    status: mark.reason === 'empty' ? 'lowest-band' : 'scored',
    score: mark.correct ? rightScore : wrongScore,
    mark,
  }
}

/** What a fault of the technique took away is not held against anybody, unless an answer was saved all the same. */
function neverReached({ text, notAnswered }: GivenAnswer): boolean {
  return (text ?? '').trim() === '' && (notAnswered === 'never-shown' || notAnswered === 'technical')
}

export function scoreOf(assessed: QuestionAssessment): number | undefined {
  return assessed.kind === 'text' ? assessed.answer.score : assessed.score
}
