/** Agreement on levels instead of numbers: what a reader of bands sees. */
export interface Graded {
  score: number
  human: number
}

/** Human scores are 0…1: below a third low, from two thirds high; a file of 0 and 1 has two levels. */
export function humanLevels(humans: readonly number[]): { of: (human: number) => number; count: number } {
  if (humans.every((human) => human === 0 || human === 1)) return { of: (human) => human, count: 2 }
  return { of: (human) => Math.min(2, Math.floor(human * 3)), count: 3 }
}

/** Where scores are cut so that macro-F1 is greatest. Ties: the lowest. */
export function bestCuts(graded: readonly Graded[], level: (human: number) => number, count: number): number[] {
  const steps = Array.from({ length: 39 }, (_, at) => (at + 1) / 40)
  const choices =
    count === 2
      ? steps.map((cut) => [cut])
      : steps.flatMap((low) => steps.filter((high) => high > low).map((high) => [low, high]))
  let best = { cuts: choices[0] ?? [], value: -1 }
  for (const cuts of choices) {
    const value = macroF1(confusion(graded, level, cuts))
    if (value > best.value) best = { cuts, value }
  }
  return best.cuts
}

export const levelOf = (score: number, cuts: readonly number[]) => cuts.filter((cut) => score >= cut).length

/** `[human][machine]`: how many answers. */
export function confusion(
  graded: readonly Graded[],
  level: (human: number) => number,
  cuts: readonly number[],
): number[][] {
  const count = cuts.length + 1
  const table = Array.from({ length: count }, () => Array.from({ length: count }, () => 0))
  for (const { score, human } of graded) table[level(human)]![levelOf(score, cuts)]! += 1
  return table
}

export function macroF1(table: readonly (readonly number[])[]): number {
  const each = table.map((row, at) => {
    const hit = row[at] ?? 0
    const given = table.reduce((sum, other) => sum + (other[at] ?? 0), 0)
    const wanted = row.reduce((sum, value) => sum + value, 0)
    return given + wanted > 0 ? (2 * hit) / (given + wanted) : 0
  })
  return each.reduce((sum, value) => sum + value, 0) / each.length
}
