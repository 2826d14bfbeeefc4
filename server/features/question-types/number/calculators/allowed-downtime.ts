import { dividedBy, exact, plus, times } from '../exact-number.js'
import type { Calculation } from './calculation.js'

/** Minutes that a promised availability (percent) leaves over so many days of 24 hours. */
export const allowedDowntime: Calculation<'availability' | 'days'> = {
  needs: ['availability', 'days'],
  compute: ({ availability, days }) =>
    times(times(days, exact(1440)), dividedBy(plus(exact(100), times(availability, exact(-1))), exact(100))),
}
