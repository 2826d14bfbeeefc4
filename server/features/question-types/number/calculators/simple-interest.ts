import { dividedBy, exact, times } from '../exact-number.js'
import type { Calculation } from './calculation.js'

/** Principal × yearly rate (percent) × days ÷ day basis. The basis (360 or 365) stands in the stem: banks differ. */
export const simpleInterest: Calculation<'principal' | 'rate' | 'days' | 'dayBasis'> = {
  needs: ['principal', 'rate', 'days', 'dayBasis'],
  compute: ({ principal, rate, days, dayBasis }) =>
    dividedBy(times(times(principal, dividedBy(rate, exact(100))), days), dayBasis),
}
