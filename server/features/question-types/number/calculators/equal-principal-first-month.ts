import { dividedBy, exact, plus, times } from '../exact-number.js'
import type { Calculation } from './calculation.js'

/** First instalment of a loan paid back in equal parts of principal: one part, and a month's interest on the whole. */
export const equalPrincipalFirstMonth: Calculation<'principal' | 'rate' | 'months'> = {
  needs: ['principal', 'rate', 'months'],
  compute: ({ principal, rate, months }) =>
    plus(dividedBy(principal, months), dividedBy(times(principal, dividedBy(rate, exact(100))), exact(12))),
}
