/**
 * What somebody tells of working with others (R45): found by the acts that the bank writes down, in answers that are meant as one, and
 * quoted. A reference beside the report: nothing of it is in any score, and not to be found says nothing. Pure.
 */
import type { IndicatorFound, QuestionAssessment } from '../../../shared/contracts/assessment.js'
import type { Indicator, Question } from '../../../shared/contracts/question-bank.js'
import { findAct } from './acts/find-act.js'
import { wholeAnswer } from './follow-up/whole-answer.js'
import { findAddressed } from './gaming/addressed.js'
import { keywordListOf } from './gaming/stuffed.js'
import type { GivenAnswer, InterviewToAssess } from './interview.js'
import { asidesIn } from './reading/asides.js'
import { readText } from './reading/read-text.js'
import { prepareQuestion } from './rubric/prepare-question.js'
import { quote } from './rubric/red-lines.js'

type Asked = Pick<InterviewToAssess, 'questions' | 'answers' | 'indicators'>

export function indicatorsFound(
  { questions, answers, indicators = [] }: Asked,
  assessed: readonly QuestionAssessment[],
): IndicatorFound[] {
  const told = questions.flatMap((asked) => {
    if (asked.kind !== 'text') return []
    const { question } = asked
    const mine = indicators.filter(({ competencyIds }) => competencyIds.includes(question.competencyId))
    const answer = answers.find(({ questionId }) => questionId === question.id)
    return answer && isMeant(question, assessed) ? foundIn({ question, answer, indicators: mine }) : []
  })
  return indicators.flatMap(({ id, label }) => {
    const found = told.filter((one) => one.id === id).map(({ questionId, evidence }) => ({ questionId, evidence }))
    return found.length > 0 ? [{ id, label, found }] : []
  })
}

/** Also what the rules could not score: a person reads it, and this helps. Not what is empty, stuffed, or over a line. */
const isMeant = ({ id }: Question, assessed: readonly QuestionAssessment[]): boolean =>
  assessed.some(
    (one) =>
      one.kind === 'text' &&
      one.questionId === id &&
      (one.answer.status === 'scored' || one.answer.reason === 'not-understood'),
  )

interface Told {
  question: Question
  answer: GivenAnswer
  indicators: readonly Indicator[]
}

function foundIn({ question, answer, indicators }: Told) {
  if (indicators.length === 0) return []
  const read = readText(wholeAnswer(answer.text ?? '', answer.toFollowUps).text)
  const list = keywordListOf(read, question.kind, prepareQuestion(question).terms)
  const ignored = new Set([...list.clauses, ...asidesIn(read, question), ...(findAddressed(read)?.clauses ?? [])])
  return indicators.flatMap((indicator) => {
    const act = findAct(read, alone(indicator), ignored)
    return act ? [{ id: indicator.id, questionId: question.id, evidence: quote(read, act.clauses) }] : []
  })
}

const lists = new WeakMap<Indicator, readonly [Indicator]>()

/** Acts are listed once for each list of lines. */
function alone(indicator: Indicator): readonly [Indicator] {
  const known = lists.get(indicator) ?? [indicator]
  lists.set(indicator, known)
  return known
}
