import { dividedBy, exact, times } from '../exact-number.js'
import type { Calculation } from './calculation.js'

/** Records ÷ (threads × records a second of each), in minutes. */
export const batchMinutes: Calculation<'records' | 'threads' | 'perSecond'> = {
  needs: ['records', 'threads', 'perSecond'],
  compute: ({ records, threads, perSecond }) => dividedBy(records, times(times(threads, perSecond), exact(60))),
}
