/** How well scores agree with people's: over all answers, and among the answers to the same question. */
import { setImmediate } from 'node:timers/promises'
import { quantileSorted, sampleCorrelation } from 'simple-statistics'

export interface Pair {
  questionId: string
  score: number
  human: number
}

export interface Interval {
  value: number
  low: number
  high: number
}

/** Fewer answers, or people who all gave the same score, say nothing about order inside a question. */
const leastAnswers = 3

export function pearson(pairs: readonly Pair[]): number {
  return correlation(
    pairs.map(({ score }) => score),
    pairs.map(({ human }) => human),
  )
}

/** Mean of each question's own Pearson, weighted by its number of answers. */
export function withinQuestion(pairs: readonly Pair[]): number {
  let sum = 0
  let answers = 0
  for (const group of byQuestion(pairs)) {
    if (!isTelling(group)) continue
    sum += pearson(group) * group.length
    answers += group.length
  }
  return answers > 0 ? sum / answers : 0
}

export function tellingQuestions(pairs: readonly Pair[]): number {
  return byQuestion(pairs).filter(isTelling).length
}

function isTelling(group: readonly Pair[]): boolean {
  return group.length >= leastAnswers && group.some(({ human }) => human !== group[0]?.human)
}

/** A constant has no order: it agrees with nobody. */
export function correlation(one: readonly number[], other: readonly number[]): number {
  const value = one.length > 1 ? sampleCorrelation([...one], [...other]) : 0
  return Number.isFinite(value) ? value : 0
}

export interface Bootstrap {
  rounds: number
  random: () => number
}

/** Percentile interval of 95 %. Answers are drawn anew inside their question, so that every question stays in. */
export function interval(
  pairs: readonly Pair[],
  measure: (pairs: readonly Pair[]) => number,
  { rounds, random }: Bootstrap,
): Interval {
  const groups = byQuestion(pairs)
  const values = Array.from({ length: rounds }, () =>
    measure(groups.flatMap((group) => group.map(() => drawn(group, random)))),
  )
  return within95(measure(pairs), values)
}

/** Between two turns of the event loop: some ten milliseconds with a thousand pairs. */
const roundsATurn = 10

/**
 * The same where whole groups are drawn: what one person was rated for hangs together, and says less than as many people would. Others
 * get their turn meanwhile.
 */
export async function intervalOfGroups<One>(
  groups: readonly (readonly One[])[],
  measure: (all: readonly One[]) => number,
  { rounds, random }: Bootstrap,
): Promise<Interval> {
  const values: number[] = []
  for (let round = 1; round <= rounds; round += 1) {
    const again: One[] = []
    for (let at = 0; at < groups.length; at += 1) again.push(...drawn(groups, random))
    values.push(measure(again))
    if (round % roundsATurn === 0) await setImmediate()
  }
  return within95(measure(groups.flat()), values)
}

function within95(value: number, values: number[]): Interval {
  values.sort((one, other) => one - other)
  return { value, low: quantileSorted(values, 0.025), high: quantileSorted(values, 0.975) }
}

function drawn<One>(group: readonly One[], random: () => number): One {
  const one = group[Math.floor(random() * group.length)]
  if (one === undefined) throw new Error('nothing to draw from')
  return one
}

function byQuestion(pairs: readonly Pair[]): Pair[][] {
  const groups = new Map<string, Pair[]>()
  for (const pair of pairs) {
    const group = groups.get(pair.questionId)
    if (group) group.push(pair)
    else groups.set(pair.questionId, [pair])
  }
  return [...groups.values()]
}
