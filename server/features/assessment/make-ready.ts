/** Works out what of a question does not depend on the answer, some 50 ms; otherwise its first answer waits for that. */
import type { Question, RedLine } from '../../../shared/contracts/question-bank.js'
import { prepareActs } from './acts/find-act.js'
import { prepareQuestion } from './rubric/prepare-question.js'
import { prepareLine } from './rubric/red-lines.js'

export function makeReady(question: Question, linesOfBank: readonly RedLine[]): void {
  prepareQuestion(question)
  for (const lines of [linesOfBank, question.redLines ?? []]) {
    lines.forEach(prepareLine)
    prepareActs(lines)
  }
}
