/** Cohen's kappa with quadratic weights: 1 is agreement, 0 is chance. */
export function quadraticKappa(table: readonly (readonly number[])[]): number {
  const total = table.flat().reduce((sum, value) => sum + value, 0)
  const rows = table.map((row) => row.reduce((sum, value) => sum + value, 0))
  const columns = table.map((_, at) => table.reduce((sum, row) => sum + (row[at] ?? 0), 0))
  let seen = 0
  let expected = 0
  table.forEach((row, one) =>
    row.forEach((value, other) => {
      const weight = (one - other) ** 2
      seen += weight * value
      expected += (weight * (rows[one] ?? 0) * (columns[other] ?? 0)) / total
    }),
  )
  return expected > 0 ? 1 - seen / expected : 1
}

/** `[one][other]`: how many were given these two levels, counted from 0. */
export function tableOf(pairs: readonly (readonly [number, number])[], levels: number): number[][] {
  const table = Array.from({ length: levels }, () => Array.from({ length: levels }, () => 0))
  for (const [one, other] of pairs) table[one]![other]! += 1
  return table
}
