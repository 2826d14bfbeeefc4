import { dividedBy, times } from '../exact-number.js'
import type { Calculation } from './calculation.js'

/** How many days of sales the receivables are: receivables ÷ (revenue of a year ÷ day basis), both in the same unit. */
export const turnoverDays: Calculation<'revenue' | 'receivables' | 'dayBasis'> = {
  needs: ['revenue', 'receivables', 'dayBasis'],
  compute: ({ revenue, receivables, dayBasis }) => dividedBy(times(receivables, dayBasis), revenue),
}
