/** Questions answered in the candidate's own words. */
import { maxAnswerCharacters } from '../../../../shared/contracts/interviews.js'
import { drawnFrom, type QuestionType } from '../question-type.js'
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
        ask: () => ({ kind: question.kind, stem: question.stem }),
      }
    }),
  toScore: ({ sourceId }, { questions }) => ({ kind: 'text', question: drawnFrom(questions, sourceId) }),
  maxCharacters: maxAnswerCharacters,
}
