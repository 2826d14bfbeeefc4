/** What the schema of a position cannot say. */
import type { PositionFile, ScreeningRules } from '../../../shared/contracts/positions.js'
import type { Finding, Path } from '../../data-files/file-problem.js'
import { placed, uniqueIds } from '../../data-files/unique-ids.js'
import { checkRounds } from './check-rounds.js'
import { texts } from './texts/index.js'

const parts = ['education', 'majors', 'years', 'certificates', 'keywords'] as const

export function checkPosition(position: PositionFile): Finding[] {
  return [
    ...hundred(['competencyWeights'], Object.values(position.competencyWeights)),
    ...uniqueIds(placed(['coreTags'], position.coreTags ?? [])),
    ...checkScreening(position.screening),
    ...hundred(
      ['rounds'],
      position.rounds.map(({ weight }) => weight),
    ),
    ...checkRounds(position),
    ...checkOpen(position),
  ]
}

function checkScreening(rules: ScreeningRules): Finding[] {
  return [
    ...hundred(
      ['screening'],
      parts.map((part) => rules[part].weight),
    ),
    ...atMostWhole(['screening', 'certificates', 'items'], rules.certificates.items),
    ...atMostWhole(['screening', 'keywords', 'items'], rules.keywords.items),
    ...inOrder({
      at: ['screening', 'thresholds'],
      low: ['borderline', rules.thresholds.borderline],
      high: ['pass', rules.thresholds.pass],
    }),
    ...inOrder({ at: ['screening', 'years'], low: ['minimum', rules.years.minimum], high: ['full', rules.years.full] }),
  ]
}

function checkOpen({ open, plan, questionBank }: PositionFile): Finding[] {
  if (!open || (plan.length > 0 && questionBank)) return []
  return [{ at: ['open'], code: 'openWithoutPlan', ...texts.openWithoutPlan }]
}

function hundred(at: Path, weights: readonly number[]): Finding[] {
  const sum = weights.reduce((total, weight) => total + weight, 0)
  if (sum === 100) return []
  const { message, add, take } = texts.weights
  return [
    {
      at,
      code: 'weights',
      limit: String(sum),
      message: message(sum),
      fix: sum < 100 ? add(100 - sum) : take(sum - 100),
    },
  ]
}

function atMostWhole(at: Path, items: readonly { share: number }[]): Finding[] {
  const thousandths = items.reduce((total, { share }) => total + Math.round(share * 1000), 0)
  if (thousandths <= 1000) return []
  const { message, fix } = texts.shares
  return [{ at, code: 'shares', limit: String(thousandths / 10), message: message(thousandths / 1000), fix }]
}

function inOrder({ at, low, high }: { at: Path; low: [string, number]; high: [string, number] }): Finding[] {
  if (low[1] <= high[1]) return []
  const { message, bound, fix } = texts.order
  return [{ at: [...at, low[0]], code: 'order', message: message(bound(...low), bound(...high)), fix }]
}
