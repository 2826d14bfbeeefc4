import { maxAnswerCharacters } from '../../../shared/contracts/interviews.js'
import { invalidInput, type AppError } from '../../errors.js'
import type { PlannedQuestion } from './interview.js'
import { maxNumberCharacters } from './limits.js'

/** Code points: an emoji counts as one. */
export const maxCharactersOf = ({ answerWith }: Pick<PlannedQuestion, 'answerWith'>): number =>
  answerWith === 'number' ? maxNumberCharacters : maxAnswerCharacters

/** Whether a number makes sense is the marking's business; an empty answer is one too. */
export function tooLong(question: Pick<PlannedQuestion, 'answerWith'>, text: string): AppError | undefined {
  const most = maxCharactersOf(question)
  return [...text].length > most ? invalidInput([{ at: 'text', rule: 'maxLength', allowed: most }]) : undefined
}
