/** How well scores agree with people's: over all answers, and among the answers to the same question. */
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

interface Bootstrap {
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
  values.sort((one, other) => one - other)

  return { value: measure(pairs), low: quantileSorted(values, 0.025), high: quantileSorted(values, 0.975) }
}

function drawn(group: readonly Pair[], random: () => number): Pair {
  const pair = group[Math.floor(random() * group.length)]
  if (!pair) throw new Error('a question without answers')
  return pair
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

/** Mulberry32: 32 bits of state, enough for resampling and the same on every machine. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
