import { dividedBy, exact, plus, times } from '../exact-number.js'
import type { Calculation } from './calculation.js'

/** What two yearly rates (percent) make apart over some days, without compounding: principal × (higher − lower) × days ÷ day basis. */
export const interestDifference: Calculation<'principal' | 'higherRate' | 'lowerRate' | 'days' | 'dayBasis'> = {
  needs: ['principal', 'higherRate', 'lowerRate', 'days', 'dayBasis'],
  compute: ({ principal, higherRate, lowerRate, days, dayBasis }) => {
    const apart = dividedBy(plus(higherRate, times(lowerRate, exact(-1))), exact(100))
    return dividedBy(times(times(principal, apart), days), dayBasis)
  },
}
