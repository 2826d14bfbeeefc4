/** Questions answered in the candidate's own words. */
import { maxAnswerCharacters } from '../../../../shared/contracts/interviews.js'
import type { Question } from '../../../../shared/contracts/question-bank.js'
import { drawnFrom, type Asked, type QuestionType } from '../question-type.js'
import { checkQuestion } from './check-question.js'

export const text: QuestionType = {
  formsIn: ({ questions }) =>
    questions.map((question, index) => {
      const at = ['questions', index]
      return {
        ...question,
        answerWith: 'text',
        at,
        measures: `${question.kind}, turns ${question.turns?.length ?? 0}, pressure ${question.pressure}`,
        check: () => checkQuestion(question, at),
        ask: () => asked(question),
      }
    }),
  toScore: ({ sourceId }, { questions }) => ({ kind: 'text', question: drawnFrom(questions, sourceId) }),
  maxCharacters: maxAnswerCharacters,
}

function asked(question: Question): Asked {
  const { kind, stem, simplerStem } = question
  const mayFollow = followUpsOf(question)
  return { kind, stem, ...(simplerStem && { simplerStem }), ...(mayFollow.length > 0 && { mayFollow }) }
}

/** A scene has its turns; of a told experience one missing part is asked for. */
function followUpsOf({ kind, turns = [], probes }: Question): NonNullable<Asked['mayFollow']> {
  if (kind === 'behavioural') return probes ? [{}] : []
  return turns.map(({ answerSeconds }) => (answerSeconds === undefined ? {} : { answerSeconds }))
}
