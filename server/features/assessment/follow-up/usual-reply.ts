/** The reply of a turn that always fits. It needs no reading of the answer: whoever wants no machine to read theirs gets it. */
import type { Question } from '../../../../shared/contracts/question-bank.js'
import type { Bilingual } from '../../../../shared/contracts/text.js'

export function usualReply({ turns = [] }: Pick<Question, 'turns'>, turn: number): Bilingual | undefined {
  return turns[turn - 1]?.replies.find(({ when }) => when === undefined)?.says
}
