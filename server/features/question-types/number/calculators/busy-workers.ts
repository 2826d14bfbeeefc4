import { dividedBy, exact, times } from '../exact-number.js'
import type { Calculation } from './calculation.js'

/** Requests per minute × seconds for each ÷ 60: how many are being worked on at a time (Little’s law). */
export const busyWorkers: Calculation<'perMinute' | 'seconds'> = {
  needs: ['perMinute', 'seconds'],
  compute: ({ perMinute, seconds }) => dividedBy(times(perMinute, seconds), exact(60)),
}
