/**
 * Where two texts differ, character by character, by their longest common subsequence. What both begin and end with is cut off before, so
 * that a corrected word in a long answer costs next to nothing. Pure.
 */
export interface Piece {
  /** `first`: only in the first text, `second`: only in the second. */
  in: 'both' | 'first' | 'second'
  text: string
}

/** More than a transcript and its correction ever have (question times bound both); beyond it the middles count as different. */
const mostCells = 12_000_000

export function differenceOf(first: string, second: string): Piece[] {
  const [one, other] = [[...first], [...second]]
  const start = commonStart(one, other)
  const end = commonEnd(one.slice(start), other.slice(start))
  const middle = between(one.slice(start, one.length - end), other.slice(start, other.length - end))
  return joined([
    ...one.slice(0, start).map((text): Piece => ({ in: 'both', text })),
    ...middle,
    ...one.slice(one.length - end).map((text): Piece => ({ in: 'both', text })),
  ])
}

const isSaid = /[\p{Letter}\p{Number}]/u

/** Share of letters and digits that both have in the same order, of the longer one; marks and spaces nobody said. */
export function shareInCommon(first: string, second: string): number {
  const said = (text: string) => [...text.toLowerCase()].filter((one) => isSaid.test(one))
  const [one, other] = [said(first), said(second)]
  const longer = Math.max(one.length, other.length)
  if (longer === 0) return 1
  const common = differenceOf(one.join(''), other.join(''))
  const same = common.reduce((sum, piece) => sum + (piece.in === 'both' ? [...piece.text].length : 0), 0)
  return same / longer
}

function commonStart(one: readonly string[], other: readonly string[]): number {
  const at = one.findIndex((character, index) => character !== other[index])
  return at === -1 ? one.length : at
}

const commonEnd = (one: readonly string[], other: readonly string[]): number =>
  commonStart(one.toReversed(), other.toReversed())

function between(one: readonly string[], other: readonly string[]): Piece[] {
  if (one.length * other.length > mostCells)
    return [
      ...one.map((text): Piece => ({ in: 'first', text })),
      ...other.map((text): Piece => ({ in: 'second', text })),
    ]
  const lengths = commonLengths(one, other)
  const width = other.length + 1
  const isLonger = (at: number, beside: number) =>
    lengths[(at + 1) * width + beside]! >= lengths[at * width + beside + 1]!
  const pieces: Piece[] = []
  let [at, beside] = [0, 0]
  while (at < one.length || beside < other.length) {
    if (at < one.length && one[at] === other[beside]) {
      pieces.push({ in: 'both', text: one[at++]! })
      beside += 1
    } else if (beside === other.length || (at < one.length && isLonger(at, beside)))
      pieces.push({ in: 'first', text: one[at++]! })
    else pieces.push({ in: 'second', text: other[beside++]! })
  }
  return pieces
}

/** How much of both is common from each pair of places on; one row more than there are characters. */
function commonLengths(one: readonly string[], other: readonly string[]): Uint16Array {
  const width = other.length + 1
  const lengths = new Uint16Array((one.length + 1) * width)
  for (let at = one.length - 1; at >= 0; at -= 1)
    for (let beside = other.length - 1; beside >= 0; beside -= 1)
      lengths[at * width + beside] =
        one[at] === other[beside]
          ? lengths[(at + 1) * width + beside + 1]! + 1
          : Math.max(lengths[(at + 1) * width + beside]!, lengths[at * width + beside + 1]!)
  return lengths
}

function joined(pieces: readonly Piece[]): Piece[] {
  const all: Piece[] = []
  for (const piece of pieces) {
    const last = all.at(-1)
    if (last?.in === piece.in) last.text += piece.text
    else all.push({ ...piece })
  }
  return all
}
