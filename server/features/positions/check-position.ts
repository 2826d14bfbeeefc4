/** What the schema of a position cannot say. */
import type { PositionFile, ScreeningRules } from '../../../shared/contracts/positions.js'
import type { Finding, Path } from '../../data-files/file-problem.js'
import { checkRounds } from './check-rounds.js'

const parts = ['education', 'majors', 'years', 'certificates', 'keywords'] as const

export function checkPosition(position: PositionFile): Finding[] {
  return [
    ...hundred(['competencyWeights'], Object.values(position.competencyWeights)),
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
  return [
    {
      at: ['open'],
      message: {
        zh: '岗位已开放投递，但还没有题库或出题计划。',
        en: 'The position is open but has no question bank or plan yet.',
      },
      fix: {
        zh: '请填写 questionBank 和 plan，或先写 open: false。',
        en: 'Fill in questionBank and plan, or set open: false for now.',
      },
    },
  ]
}

function hundred(at: Path, weights: readonly number[]): Finding[] {
  const sum = weights.reduce((total, weight) => total + weight, 0)
  if (sum === 100) return []
  return [
    {
      at,
      message: { zh: `权重之和是 ${sum}，应为 100。`, en: `The weights add up to ${sum} instead of 100.` },
      fix:
        sum < 100
          ? { zh: `请再加上 ${100 - sum}。`, en: `Add ${100 - sum} somewhere.` }
          : { zh: `请减去 ${sum - 100}。`, en: `Take ${sum - 100} away.` },
    },
  ]
}

function atMostWhole(at: Path, items: readonly { share: number }[]): Finding[] {
  const thousandths = items.reduce((total, { share }) => total + Math.round(share * 1000), 0)
  if (thousandths <= 1000) return []
  return [
    {
      at,
      message: {
        zh: `share 之和是 ${thousandths / 1000}，不能超过 1。`,
        en: `The shares add up to ${thousandths / 1000}, more than 1.`,
      },
      fix: { zh: '请调小其中几项。', en: 'Make some of them smaller.' },
    },
  ]
}

function inOrder({ at, low, high }: { at: Path; low: [string, number]; high: [string, number] }): Finding[] {
  if (low[1] <= high[1]) return []
  return [
    {
      at: [...at, low[0]],
      message: {
        zh: `${low[0]}（${low[1]}）不能大于 ${high[0]}（${high[1]}）。`,
        en: `${low[0]} (${low[1]}) must not exceed ${high[0]} (${high[1]}).`,
      },
      fix: { zh: '请检查是否写反了。', en: 'Check whether they are swapped.' },
    },
  ]
}
