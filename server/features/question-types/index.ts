/** What other features may use. A new way of answering is a folder here and a line in this list. */
import type { WrittenMode } from '../../../shared/contracts/answer-modes.js'
import { number } from './number/index.js'
import type { Form, FormLists, QuestionType } from './question-type.js'
import { text } from './text/index.js'

export { markNumeracy } from './number/mark-numeracy.js'
export { seededPick } from './seeded-pick.js'
export type { Asked, AskedById, AskedQuestion, Form, FormLists, NumeracyItem } from './question-type.js'

export const questionTypes: Record<WrittenMode, QuestionType> = { text, number }

/** All forms of a bank, in the order in which a seed draws from them. */
export const formsOfBank = (bank: FormLists): Form[] =>
  Object.values(questionTypes).flatMap((type) => type.formsIn(bank))
