/** How far two who scored the same agree: on levels, in numbers, in order. Pure; the same seed gives the same intervals. */
import { correlation, intervalOfGroups, type Interval } from './agreement.js'
import { oneWay, twoWay } from './intraclass.js'
import { quadraticKappa, tableOf } from './kappa.js'
import { seededRandom } from './seeded-random.js'

/** What the one and the other gave. */
export type Both = readonly [number, number]

export interface TwoRaters {
  n: number
  /** Under a hundred: the intervals are wide, and the figures say little. */
  few: boolean
  /** Mean of how far they are apart. Absent without a pair. */
  apart?: number
  /** Absent under three pairs. */
  kappa?: Interval
  intraclass?: Interval
  pearson?: Interval
}

interface How {
  levelOf: (score: number) => number
  levels: number
  /** Who is the one and who the other changes from pair to pair: anybody could have been either. */
  anybody: boolean
  seed: number
}

const enough = 100
const least = 3
const rounds = 500

/** Groups: what hangs together, such as all answers of one person; intervals draw them whole. */
export async function twoRaters(
  groups: readonly (readonly Both[])[],
  { levelOf, levels, anybody, seed }: How,
): Promise<TwoRaters> {
  const pairs = groups.flat()
  const n = pairs.length
  if (n === 0) return { n, few: true }
  const apart = pairs.reduce((all, [one, other]) => all + Math.abs(one - other), 0) / n
  if (n < least) return { n, few: true, apart }
  const kappa = (all: readonly Both[]) =>
    quadraticKappa(
      tableOf(
        all.map(([one, other]) => [levelOf(one), levelOf(other)] as const),
        levels,
      ),
    )
  const interval = (measure: (all: readonly Both[]) => number) =>
    intervalOfGroups(groups, measure, { rounds, random: seededRandom(seed) })
  return {
    n,
    few: n < enough,
    apart,
    kappa: await interval(kappa),
    intraclass: await interval(anybody ? oneWay : twoWay),
    pearson: await interval((all) =>
      correlation(
        all.map(([one]) => one),
        all.map(([, other]) => other),
      ),
    ),
  }
}
