/** When the rules cannot tell what an answer is worth, a person does; a low score is only for what was understood. */
import type { ReadText } from './reading/read-text.js'
import type { PreparedQuestion } from './rubric/prepare-question.js'

/** So many different words of one's own are more than "I do not know". */
const substance = 8
/** A score below this is not shown unless the answer was understood; up to the other it is shown, and a person looks. */
export const notShownBelow = 2.6
export const unsureBelow = 3.4
/** Part of the clauses, from which an answer is mostly waving things aside. */
const mostly = 1 / 3
const atLeastTwice = 2
/** Words nearer than this have to do with each other. */
const related = 0.6
const sameMatter = 0.8
const unrelatedShare = 0.1

/** Part of one's own words that is like nothing in the rubric, from which the rules did not understand. */
const unlikeShare = 0.2

/** Enough words of one's own, and too many of them are like nothing that the rubric or the question says. */
export function isBeyondRules(read: ReadText, { vocabulary, stems }: PreparedQuestion): boolean {
  const asked = new Set(stems.flatMap((stem) => stem.words.map(({ key }) => key)))
  const own = tellingKeys(read).filter((key) => !asked.has(key))
  if (own.length < substance) return false
  const unlike = own.filter((key) => vocabulary.nearest(key) < sameMatter)
  return unlike.length >= unlikeShare * own.length
}

const tellingKeys = (read: ReadText) => [
  ...new Set(read.words.filter(({ rarity }) => rarity > 0).map(({ key }) => key)),
]

export function isDismissive({ dismissals, clauses }: ReadText): boolean {
  return dismissals.size >= atLeastTwice && dismissals.size >= mostly * clauses.length
}

/** Nothing that the answer says has to do with the question, or with anything that its rubric wants. Of common words nobody can tell. */
export function isUnrelated(read: ReadText, { vocabulary }: PreparedQuestion): boolean {
  const telling = tellingKeys(read)
  const near = telling.filter((key) => vocabulary.nearest(key) >= related)
  return telling.length > 0 && near.length <= unrelatedShare * telling.length
}
