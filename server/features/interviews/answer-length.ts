import { invalidInput, type AppError } from '../../errors.js'
import { questionTypes } from '../question-types/index.js'
import type { PlannedQuestion } from './interview.js'

export const maxCharactersOf = ({ answerWith }: Pick<PlannedQuestion, 'answerWith'>): number =>
  questionTypes[answerWith].maxCharacters

/** Whether a number makes sense is the marking's business; an empty answer is one too. */
export function tooLong(question: Pick<PlannedQuestion, 'answerWith'>, text: string): AppError | undefined {
  const most = maxCharactersOf(question)
  return [...text].length > most ? invalidInput([{ at: 'text', rule: 'maxLength', allowed: most }]) : undefined
}
