/**
 * Which words of a transcript stand where in its text: so that a quotation leads to its second, and what may be misheard is marked. Words
 * come without the punctuation of the text. Offsets are UTF-16 code units. Pure.
 */
import type { TranscribedWord } from '../contracts/recordings.js'

export interface PlacedWord {
  start: number
  end: number
  startMs: number
  isUnsure: boolean
}

/** Below it a word is marked. */
const sure = 0.6
/** So far behind the last word one is looked for: what stands further on is another one that is spelled the same. */
const lookAhead = 24

/** A word that does not stand where it should is left out rather than placed wrongly. */
export function placedIn(text: string, words: readonly TranscribedWord[]): PlacedWord[] {
  const lower = text.toLowerCase()
  let from = 0
  return words.flatMap(({ text: spelled, startMs, confidence = 1 }) => {
    const word = spelled.trim().toLowerCase()
    const start = word === '' ? -1 : lower.indexOf(word, from)
    if (start === -1 || start - from > lookAhead) return []
    from = start + word.length
    return [{ start, end: from, startMs, isUnsure: confidence < sure }]
  })
}
