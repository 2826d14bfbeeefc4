/** Clauses that say what a level-0 example says: they earn nothing for this point, however many of its words they use. */
import type { Word } from '../reading/read-text.js'
import type { Written } from './features.js'
import type { PhraseHit } from './phrases.js'
import type { PreparedPoint } from './prepare-question.js'

/** Share of a clause's weight that stands in the level-0 example; more of it where the clause also says an idea of the point. */
const resembles = 0.6
const resemblesThroughout = 0.85

export function resemblesWorthless(
  { worthless, worthwhile }: PreparedPoint,
  clauseWords: readonly (readonly Word[])[],
  hits: readonly PhraseHit[],
): Set<number> {
  const found = new Set<number>()
  if (worthless.length === 0) return found

  clauseWords.forEach((words, clause) => {
    const bad = closest(words, worthless)
    const needed = hits.some((hit) => hit.clause === clause) ? resemblesThroughout : resembles
    if (bad >= needed && bad > closest(words, worthwhile)) found.add(clause)
  })
  return found
}

function closest(words: readonly Word[], examples: readonly Written[]): number {
  return Math.max(0, ...examples.map((example) => contained(words, example)))
}

function contained(words: readonly Word[], example: Written): number {
  let shared = 0
  let total = 0
  for (const word of words) {
    total += word.rarity
    if (example.words.get(word.key)?.occurrences.some(({ polarity }) => polarity === word.polarity))
      shared += word.rarity
  }
  return total > 0 ? shared / total : 0
}
