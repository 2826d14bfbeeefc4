/** How much a word or a character tells, by rarity in general language. Constants are explained in docs/scoring.md. */
import { dictionary } from './dictionary.js'

/** Rarity of a word the table lacks: the table's own greatest value. */
const unknownWord = 13.9
/** Words found in more than e^-2 = 13 % of texts (的, 是, 和) tell nothing. */
const tellsNothing = 2

const han = /\p{Script=Han}/u
const withDigits = /\p{N}/u

/** Grammar words of English; no table of English frequencies is at hand, so rarity there goes by length. */
const englishFunctionWords: ReadonlySet<string> = new Set(
  (
    'a about after all also am an and any are as at be because been before but by can could did do does doing each for from get ' +
    'had has have he her here him his how i if in into is it its just may me might more most must my no not of off on once only or ' +
    'other our out over own same shall she should so some such than that the their them then there these they this those through ' +
    'to too under until up us very was we were what when where which while who why will with would you your'
  ).split(' '),
)

export function wordRarity(word: string): number {
  if (withDigits.test(word)) return unknownWord - tellsNothing
  if (!han.test(word)) return englishFunctionWords.has(word) ? 0 : Math.min(unknownWord, 4 + word.length) - tellsNothing

  const known = dictionary().wordRarity(word)
  if (known !== undefined) return Math.max(0, known - tellsNothing)
  return word.length > 1 ? unknownWord - tellsNothing : dictionary().characterRarity(word)
}

/** A letter word or a number stands for itself among the characters. */
export function characterRarity(character: string): number {
  return han.test(character) ? dictionary().characterRarity(character) : wordRarity(character)
}
