import { dividedBy, exact, times } from '../exact-number.js'
import type { Calculation } from './calculation.js'

/** A part of a whole in percent: bad loans of all loans, provisions of bad loans. */
export const percentOf: Calculation<'part' | 'whole'> = {
  needs: ['part', 'whole'],
  compute: ({ part, whole }) => dividedBy(times(part, exact(100)), whole),
}
