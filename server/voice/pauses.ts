/** The silences between what somebody said. Before the first word and after the last one nobody pauses. */
import type { Stretch } from './voice-activity.js'

/** A breath is shorter. */
const leastSeconds = 0.3

export const pausesBetween = (stretches: readonly Stretch[]): Stretch[] =>
  stretches
    .slice(1)
    .map(({ fromSeconds: toSeconds }, at) => ({ fromSeconds: stretches[at]!.toSeconds, toSeconds }))
    .filter((silence) => secondsOf(silence) >= leastSeconds)

export const secondsOf = ({ fromSeconds, toSeconds }: Stretch): number => toSeconds - fromSeconds

export const secondsOfAll = (stretches: readonly Stretch[]): number =>
  stretches.reduce((sum, one) => sum + secondsOf(one), 0)
