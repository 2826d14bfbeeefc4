/** A question must have points that add up and examples that tell what earns them. */
import type { Question, RubricPoint } from '../../../../shared/contracts/question-bank.js'
import type { Finding, Path } from '../../../data-files/file-problem.js'
import { placed, uniqueIds } from '../../../data-files/unique-ids.js'
import { texts } from '../texts/index.js'

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
  const { message, fix } = texts.pointWeights
  return [{ at, message: message(thousandths / 1000), fix }]
}

/** Without a full example the scorer would not know what earns the point, without a poor one what does not. */
function checkExamples({ examples }: RubricPoint, at: Path): Finding[] {
  const full = examples.some(({ level }) => level >= fullLevel)
  const none = examples.some(({ level }) => level === 0)
  if (full && none) return []
  const { message, addFull, addNone } = texts.examples
  return [{ at, message, fix: full ? addNone : addFull }]
}
