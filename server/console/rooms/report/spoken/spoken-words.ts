/**
 * Which words of a transcript stand where in its text: so that a quotation leads to its second, and what may be misheard is marked.
 * Words come without the punctuation of the text. Offsets are UTF-16 code units. Pure.
 */
import type { TranscribedWord } from '../../../../../shared/contracts/recordings.js'
import type { Run } from '../marked-answer.js'

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

export interface SpokenRun extends Run {
  /** When its first word was said; absent where no word of it has a time. */
  atMs?: number
  parts: { text: string; isUnsure: boolean }[]
}

export function spokenRuns(runs: readonly Run[], placed: readonly PlacedWord[]): SpokenRun[] {
  let from = 0
  return runs.map((run) => {
    const [start, end] = [from, from + run.text.length]
    from = end
    const within = placed.filter((word) => word.end > start && word.start < end)
    const [first] = within
    return { ...run, ...(first && { atMs: first.startMs }), parts: partsOf(run.text, start, within) }
  })
}

function partsOf(text: string, start: number, within: readonly PlacedWord[]): SpokenRun['parts'] {
  const unsure = within.filter(({ isUnsure }) => isUnsure)
  const cuts = [0, ...unsure.flatMap((word) => [word.start - start, word.end - start]), text.length]
    .map((at) => Math.min(text.length, Math.max(0, at)))
    .sort((one, other) => one - other)
  return cuts.slice(0, -1).flatMap((at, index) => {
    const end = cuts[index + 1]!
    if (at === end) return []
    const isUnsure = unsure.some((word) => word.start - start <= at && word.end - start >= end)
    return [{ text: text.slice(at, end), isUnsure }]
  })
}
