/** Calculations with numbers drawn for each candidate, answered on a keypad. */
import { drawnFrom, type QuestionType } from '../question-type.js'
import { checkTemplate } from './check-template.js'
import { makeVariant } from './make-variant.js'

export const number: QuestionType = {
  formsIn: ({ numeracy }) =>
    numeracy.map((template, index) => {
      const at = ['numeracy', index]
      return {
        ...template,
        answerWith: 'number',
        at,
        measures: 'numeracy',
        check: () => checkTemplate(template, at),
        ask: (seed) => {
          const { stem, expected } = makeVariant(template, seed)
          return { kind: 'numeracy', stem, unit: template.unit, expected }
        },
      }
    }),
  toScore({ sourceId, competencyId, expected }, { numeracy }) {
    const { id, decimals, unit, praise, advice } = drawnFrom(numeracy, sourceId)
    return { kind: 'numeracy', item: { id, competencyId, decimals, unit, praise, advice, expected: Number(expected) } }
  },
  /** Room for the working in front of the result. */
  maxCharacters: 200,
}
