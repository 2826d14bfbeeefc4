/**
 * Intraclass correlation of single scores, as Shrout and Fleiss (Psychological Bulletin 86, 1979) name it: how much of what differs is
 * between what was scored, and not between those who scored. Each row is one thing that was scored, by as many as every other.
 */
import { mean, sum } from 'simple-statistics'

type Scores = readonly (readonly number[])[]

interface Squares {
  /** Mean squares between rows, between columns, within rows, and what is left. */
  rows: number
  columns: number
  within: number
  rest: number
  n: number
  k: number
}

/** ICC(1,1): somebody else scored each. A constant tells nothing and is 0. */
export function oneWay(scores: Scores): number {
  const { rows, within, k } = squaresOf(scores)
  return ratio(rows - within, rows + (k - 1) * within)
}

/** ICC(2,1): the same two or more scored all of them; that one is stricter throughout counts as disagreement. */
export function twoWay(scores: Scores): number {
  const { rows, columns, rest, n, k } = squaresOf(scores)
  return ratio(rows - rest, rows + (k - 1) * rest + (k * (columns - rest)) / n)
}

const ratio = (part: number, whole: number): number => (Number.isFinite(part / whole) ? part / whole : 0)

function squaresOf(scores: Scores): Squares {
  const [n, k] = [scores.length, scores[0]?.length ?? 0]
  if (n < 2 || k < 2) return { rows: 0, columns: 0, within: 0, rest: 0, n, k }
  const all = mean(scores.flat())
  const byColumn = Array.from({ length: k }, (_, at) => mean(scores.map((row) => row[at]!)))
  const rows = k * sum(scores.map((row) => (mean([...row]) - all) ** 2))
  const columns = n * sum(byColumn.map((value) => (value - all) ** 2))
  const total = sum(scores.flat().map((value) => (value - all) ** 2))
  return {
    rows: rows / (n - 1),
    columns: columns / (k - 1),
    within: (total - rows) / (n * (k - 1)),
    rest: (total - rows - columns) / ((n - 1) * (k - 1)),
    n,
    k,
  }
}
