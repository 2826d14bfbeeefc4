/** A candidate beside the others of the position. Under N = 20 nothing is said: it would be about single people. Pure. */
import type { Assessment } from '../../../shared/contracts/assessment.js'

export const fewestForComparison = 20

/** The numbers of one report, apart from everything that says whose it is. */
export interface ReportScores {
  total?: number
  competencies: Record<string, number>
}

export interface PositionScores {
  of: number
  totals: readonly number[]
  medians: Readonly<Record<string, number>>
}

export function scoresOf({ total, competencies }: Pick<Assessment, 'total' | 'competencies'>): ReportScores {
  const scored = competencies.flatMap(({ competencyId, score }) =>
    score === undefined ? [] : [[competencyId, score] as const],
  )
  return { ...(total !== undefined && { total }), competencies: Object.fromEntries(scored) }
}

export function comparison(all: readonly ReportScores[]): PositionScores | undefined {
  if (all.length < fewestForComparison) return undefined
  const ids = [...new Set(all.flatMap(({ competencies }) => Object.keys(competencies)))]
  const known = ids.map((id) => [id, all.flatMap(({ competencies }) => competencies[id] ?? [])] as const)
  return {
    of: all.length,
    totals: all.flatMap(({ total }) => total ?? []),
    medians: Object.fromEntries(
      known.filter(([, values]) => values.length >= fewestForComparison).map(([id, values]) => [id, median(values)]),
    ),
  }
}

/** Share of the others with a lower total, in whole percent. */
export function rankOf(
  total: number,
  { totals, of }: Pick<PositionScores, 'totals' | 'of'>,
): { higherThan: number; of: number } | undefined {
  if (totals.length < fewestForComparison) return undefined
  return { higherThan: Math.round((totals.filter((other) => other < total).length / totals.length) * 100), of }
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const value = sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
  return Math.round(value * 100) / 100
}
