/** A question must have points that add up and examples that tell what earns them. */
import type { Question, RubricPoint } from '../../../../shared/contracts/question-bank.js'
import type { Finding, Path } from '../../../data-files/file-problem.js'
import { placed, uniqueIds } from '../../../data-files/unique-ids.js'

const fullLevel = 0.8

export function checkQuestion({ points }: Question, at: Path): Finding[] {
  return [
    ...uniqueIds(placed([...at, 'points'], points)),
    ...sumsToOne(points, [...at, 'points']),
    ...points.flatMap((point, index) => checkExamples(point, [...at, 'points', index, 'examples'])),
  ]
}

/** Thousandths, so that 0.1 + 0.2 + 0.7 is one. */
function sumsToOne(points: readonly RubricPoint[], at: Path): Finding[] {
  const thousandths = points.reduce((total, { weight }) => total + Math.round(weight * 1000), 0)
  if (thousandths === 1000) return []
  return [
    {
      at,
      message: {
        zh: `要点权重之和是 ${thousandths / 1000}，应为 1。`,
        en: `The points' weights add up to ${thousandths / 1000} instead of 1.`,
      },
      fix: { zh: '请调整本题各要点的 weight。', en: 'Adjust the weights of this question.' },
    },
  ]
}

/** Without a full example the scorer would not know what earns the point, without a poor one what does not. */
function checkExamples({ examples }: RubricPoint, at: Path): Finding[] {
  const full = examples.some(({ level }) => level >= fullLevel)
  const none = examples.some(({ level }) => level === 0)
  if (full && none) return []
  return [
    {
      at,
      message: {
        zh: '每个要点至少要有一条 level ≥ 0.8 和一条 level 0 的示例。',
        en: 'A point needs at least one example at level 0.8 or above and one at level 0.',
      },
      fix: {
        zh: `请补上${full ? '不得分（0）' : '满分（1）'}的说法，用应聘者会说的话。`,
        en: `Add one at ${full ? 'level 0' : 'level 1'}, in words a candidate would use.`,
      },
    },
  ]
}
