/** What scoring needs of a bank beside its text, in pieces of at most 0.1 s; without it each question is prepared when it is first answered. */
import type { QuestionBankFile } from '../../../shared/contracts/question-bank.js'
import { prepareActs } from './acts/find-act.js'
import { prepareQuestion } from './rubric/prepare-question.js'
import { prepareLine } from './rubric/red-lines.js'

export function* prepareBank({ redLines = [], questions }: QuestionBankFile): Generator<void> {
  redLines.forEach(prepareLine)
  prepareActs(redLines)
  yield
  for (const question of questions) {
    prepareQuestion(question)
    question.redLines?.forEach(prepareLine)
    if (question.redLines) prepareActs(question.redLines)
    yield
  }
}
