import { dividedBy, exact, times } from '../exact-number.js'
import type { Calculation } from './calculation.js'

/** How busy the counters are, in percent: minutes that the customers take ÷ minutes that the counters are open. */
export const counterUtilisation: Calculation<'customers' | 'minutesEach' | 'counters' | 'hours'> = {
  needs: ['customers', 'minutesEach', 'counters', 'hours'],
  compute: ({ customers, minutesEach, counters, hours }) =>
    times(dividedBy(times(customers, minutesEach), times(times(counters, hours), exact(60))), exact(100)),
}
