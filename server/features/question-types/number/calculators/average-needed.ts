import { dividedBy, exact, plus, times } from '../exact-number.js'
import type { Calculation } from './calculation.js'

/** The daily average that the days left need, for the whole period to average the target. */
export const averageNeeded: Calculation<'target' | 'days' | 'soFar' | 'daysSoFar'> = {
  needs: ['target', 'days', 'soFar', 'daysSoFar'],
  compute: ({ target, days, soFar, daysSoFar }) =>
    dividedBy(
      plus(times(target, days), times(times(soFar, daysSoFar), exact(-1))),
      plus(days, times(daysSoFar, exact(-1))),
    ),
}
