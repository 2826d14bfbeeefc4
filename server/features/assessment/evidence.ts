/** Which words of the answer a credit rests on: whole clauses, as few as explain it, cut exactly from the original. */
import type { EvidenceSpan } from '../../../shared/contracts/assessment.js'
import type { ReadText } from './reading/read-text.js'
import type { Match } from './rubric/pool.js'

const mostClauses = 4
/** A further clause is quoted when it explains at least this share of what was matched. */
const worthQuoting = 0.15
/** Longer clauses (speech without punctuation) are cut around what matched. */
const longClause = 40
const margin = 8

export function evidenceFor(text: ReadText, matches: readonly Match[]): EvidenceSpan[] {
  const chosen = chooseClauses(matches)
  const pieces = chosen.map((clause) => cutClause(text, clause, matches)).sort((one, other) => one.start - other.start)

  return joinNeighbours(pieces, text.text)
    .map(({ start, end }) => spanOf(text, start, end))
    .filter((span) => span.end > span.start)
}

/** Greedy: the clause that explains most of what is still unexplained comes next; the earlier one wins a tie. */
function chooseClauses(matches: readonly Match[]): number[] {
  const total = matches.reduce((sum, { weight }) => sum + weight, 0)
  const chosen: number[] = []
  let open = matches
  while (chosen.length < mostClauses && open.length > 0) {
    const [clause, weight] = heaviest(open)
    if (chosen.length > 0 && weight < worthQuoting * total) break
    chosen.push(clause)
    open = open.filter(({ occurrences }) => occurrences.every((one) => one.clause !== clause))
  }
  return chosen
}

function heaviest(matches: readonly Match[]): [clause: number, weight: number] {
  const weights = new Map<number, number>()
  for (const { weight, occurrences } of matches) {
    for (const clause of new Set(occurrences.map((one) => one.clause)))
      weights.set(clause, (weights.get(clause) ?? 0) + weight)
  }
  return [...weights].reduce((one, other) =>
    other[1] > one[1] || (other[1] === one[1] && other[0] < one[0]) ? other : one,
  )
}

interface Piece {
  start: number
  end: number
}

function cutClause(text: ReadText, clause: number, matches: readonly Match[]): Piece {
  const { start = 0, end = 0 } = text.clauses[clause] ?? {}
  if (end - start <= longClause) return { start, end }

  const here = telling(matches).flatMap(({ occurrences }) => occurrences.filter((one) => one.clause === clause))
  if (here.length === 0) return { start, end }
  const from = Math.min(...here.map((one) => one.start)) - margin
  const to = Math.max(...here.map((one) => one.end)) + margin
  const words = text.words.filter((word) => word.clause === clause)

  return {
    start: words.find((word) => word.end > from)?.start ?? start,
    end: words.findLast((word) => word.start < to)?.end ?? end,
  }
}

/** Single characters are scattered; the words they belong to show better where the matter stands. */
function telling(matches: readonly Match[]): readonly Match[] {
  const words = matches.filter(({ key }) => key.length > 1)
  return words.length > 0 ? words : matches
}

/** Clauses that follow each other are one quotation. */
function joinNeighbours(pieces: readonly Piece[], text: string): Piece[] {
  const joined: Piece[] = []
  for (const piece of pieces) {
    const last = joined.at(-1)
    if (last && !/[\p{L}\p{N}]/u.test(text.slice(last.end, piece.start))) last.end = piece.end
    else joined.push({ ...piece })
  }
  return joined
}

export function spanOf(text: ReadText, start: number, end: number): EvidenceSpan {
  const from = text.startOf(start)
  const cut = text.original.slice(from, end > start ? text.endOf(end - 1) : from)
  const lead = cut.length - cut.trimStart().length
  const trimmed = cut.trim()

  return { start: from + lead, end: from + lead + trimmed.length, text: trimmed }
}
