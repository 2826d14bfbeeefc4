/** Several readings of one answer into one score. Pure. What a model says counts only where the answer says it too. */
import type { SecondReading } from '../../../shared/contracts/second-scorer.js'
import type { ModelCredit } from '../../ports/model-scorer.js'
import { rounded, scoreOfShare } from '../assessment/index.js'

/** Points of a score: two that are so far from each other do not mean the same. */
export const widthOfBand = 0.8
/** Letters, digits and characters; fewer occur in any answer. */
const leastQuoted = 4

export interface Weighed {
  id: string
  weight: number
}

interface Settled {
  score: number
  isSteady: boolean
  points: NonNullable<SecondReading['points']>
}

export function settleRuns(
  runs: readonly (readonly ModelCredit[])[],
  points: readonly Weighed[],
  answer: string,
): Settled {
  const counted = runs.map((credits) => credits.map((credit) => asFarAsQuoted(credit, answer)))
  const scores = counted.map((credits) => scoreOf(credits, points))
  return {
    score: rounded(meanOf(scores), 1),
    isSteady: !areApart(Math.min(...scores), Math.max(...scores)),
    points: points.map(({ id }) => overRuns(id, counted)),
  }
}

export const areApart = (one: number, other: number): boolean => rounded(Math.abs(one - other), 1) >= widthOfBand

function asFarAsQuoted(credit: ModelCredit, answer: string): ModelCredit {
  const quotation = credit.quotation.trim()
  return isQuoted(quotation, answer) ? { ...credit, quotation } : { ...credit, credit: 0, quotation: '' }
}

function isQuoted(quotation: string, answer: string): boolean {
  if (quotation === '' || !answer.includes(quotation)) return false
  const says = quotation.match(/[\p{L}\p{N}]/gu)?.length ?? 0
  return says >= leastQuoted || (says > 0 && quotation === answer.trim())
}

function scoreOf(credits: readonly ModelCredit[], points: readonly Weighed[]): number {
  const share = points.reduce((sum, { id, weight }) => sum + weight * creditOf(id, credits), 0)
  return scoreOfShare(Math.min(1, share))
}

const creditOf = (id: string, credits: readonly ModelCredit[]): number =>
  credits.find(({ pointId }) => pointId === id)?.credit ?? 0

function overRuns(id: string, runs: readonly (readonly ModelCredit[])[]): Settled['points'][number] {
  const quotation = runs.flat().find(({ pointId, quotation: quoted }) => pointId === id && quoted !== '')?.quotation
  const credit = rounded(meanOf(runs.map((credits) => creditOf(id, credits))), 4)
  return { pointId: id, credit, ...(quotation !== undefined && { quotation }) }
}

const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length
