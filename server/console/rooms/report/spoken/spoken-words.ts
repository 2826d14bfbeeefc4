/** What the quotations of an answer were said at, and which of its words may be misheard. Pure. */
import { placedIn, type PlacedWord } from '../../../../../shared/spoken-words/index.js'
import type { CorrectionOnReport } from '../../../../../shared/contracts/scored-report.js'
import type { TranscribedWord } from '../../../../../shared/contracts/recordings.js'
import type { Run } from '../marked-answer.js'

/** Only what stands as it was heard keeps its second: a corrected word was said at one that nobody knows. */
export function placedInCorrected(
  pieces: CorrectionOnReport['pieces'],
  words: readonly TranscribedWord[],
): PlacedWord[] {
  const heard = pieces.filter((piece) => piece.in !== 'corrected')
  const kept = keptIn(pieces)
  return placedIn(heard.map(({ text }) => text).join(''), words).flatMap((word) => {
    const within = kept.find(({ from, to }) => word.start >= from && word.end <= to)
    if (!within) return []
    return [{ ...word, start: word.start + within.shift, end: word.end + within.shift }]
  })
}

/** Stretches of the transcript that stand in the corrected text, and how far they moved. */
function keptIn(pieces: CorrectionOnReport['pieces']): { from: number; to: number; shift: number }[] {
  let [heard, corrected] = [0, 0]
  return pieces.flatMap((piece) => {
    const { length } = piece.text
    const stretch = { from: heard, to: heard + length, shift: corrected - heard }
    if (piece.in !== 'corrected') heard += length
    if (piece.in !== 'heard') corrected += length
    return piece.in === 'both' ? [stretch] : []
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
