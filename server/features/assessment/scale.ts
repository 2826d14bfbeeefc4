/** The numbers people read. One mapping, used everywhere. */
import type { Band } from '../../../shared/contracts/assessment.js'
import type { Bilingual } from '../../../shared/contracts/text.js'
import { texts } from './texts/index.js'

export function rounded(value: number, decimals: number): number {
  const factor = 10 ** decimals
  return Math.round((value + Number.EPSILON) * factor) / factor
}

/** Share 0…1 of a question to a score 1…5: linear, one decimal. */
export const scoreOfShare = (share: number) => rounded(1 + 4 * share, 1)

/** Score 1…5 to 0…100: the lowest band is 0. */
export const totalOfScore = (score: number) => rounded(((score - 1) / 4) * 100, 1)

export const scoreOfTotal = (total: number) => 1 + (total / 100) * 4

/** Least score of a band; 4.2, 3.4 and 2.6 are 80, 60 and 40 of 100. */
const leastOf: readonly [Band, number][] = [
  ['excellent', 4.2],
  ['good', 3.4],
  ['fair', 2.6],
]

export function bandOf(score: number): Band {
  // Half of the last decimal shown: 80.0 of 100 is exactly 4.2, whatever binary fractions say.
  return leastOf.find(([, least]) => score >= least - 1e-9)?.[0] ?? 'developing'
}

/** From the lowest, for figures that want numbers of levels. */
export const bandsUpwards: readonly Band[] = ['developing', 'fair', 'good', 'excellent']

export const bandNames: Record<Band, Bilingual> = texts.bands
