/** A text as the scorer sees it: clauses, words with their polarity, and the way back to the original characters. */
import { clausesOf, type Clause } from './clauses.js'
import { isDismissal } from './dismissals.js'
import { normalise, type Normalised } from './normalise.js'
import { polaritiesOf, type Polarity } from './polarity.js'
import { wordRarity } from './rarity.js'
import { tokensOf, type Token } from './words.js'

export interface Word extends Token {
  clause: number
  polarity: Polarity
  rarity: number
}

export interface ReadText extends Normalised {
  clauses: Clause[]
  words: Word[]
  /** Clauses that wave something aside. */
  dismissals: ReadonlySet<number>
  /** Where in `words` each key stands, in order. */
  places: ReadonlyMap<string, readonly number[]>
}

export function readText(original: string): ReadText {
  const normalised = normalise(original)
  const clauses = clausesOf(normalised.text)
  const dismissals = new Set(
    clauses.flatMap(({ start, end }, index) => (isDismissal(normalised.text.slice(start, end)) ? [index] : [])),
  )
  const read = clauses.map((clause, index) => wordsOf(normalised.text, clause, index))
  const words = read.flatMap((own, index) => (isWavedAside(index) ? own.map(turned) : own))

  return { ...normalised, clauses, words, dismissals, places: placesOf(words) }

  /** "登记？多余": the clause behind it is nothing but a dismissal. */
  function isWavedAside(index: number): boolean {
    if (!dismissals.has(index + 1) || dismissals.has(index)) return false
    const telling = (read[index + 1] ?? []).filter(({ rarity }) => rarity > 0)
    const gap = normalised.text.slice(clauses[index]?.end ?? 0, clauses[index + 1]?.start ?? 0)
    return telling.length <= bareDismissal && !/[。\n]/u.test(gap)
  }
}

const bareDismissal = 2

const turned = (word: Word): Word => (word.polarity === 'plain' ? { ...word, polarity: 'negated' } : word)

function placesOf(words: readonly Word[]): Map<string, number[]> {
  const places = new Map<string, number[]>()
  words.forEach(({ key }, at) => {
    const known = places.get(key)
    if (known) known.push(at)
    else places.set(key, [at])
  })
  return places
}

function wordsOf(text: string, clause: Clause, index: number): Word[] {
  const content = text.slice(clause.start, clause.end)
  const tokens = tokensOf(content)
  const polarities = polaritiesOf(tokens, content)

  return tokens.map((token, at) => ({
    ...token,
    start: token.start + clause.start,
    end: token.end + clause.start,
    clause: index,
    polarity: polarities[at] ?? 'plain',
    rarity: wordRarity(token.text),
  }))
}

/** The first word that ends after a place in the text. */
export function wordIndexAt(words: readonly Word[], place: number): number {
  let low = 0
  let high = words.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((words[middle]?.end ?? 0) > place) high = middle
    else low = middle + 1
  }
  return low
}

const han = /\p{Script=Han}/u

/** The characters of a word; a letter word or number counts as one. */
export function charactersOf(word: Token): string[] {
  return han.test(word.text) ? [...word.text] : [word.key]
}

/** Words that say something the question has not said. */
export function distinctNewWords(words: readonly Word[], stems: readonly ReadText[]): number {
  const asked = new Set(stems.flatMap((stem) => stem.words.map((word) => word.key)))
  return new Set(words.filter((word) => word.rarity > 0 && !asked.has(word.key)).map((word) => word.key)).size
}
