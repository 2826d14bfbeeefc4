import { dividedBy, exact, times } from '../exact-number.js'
import type { Calculation } from './calculation.js'

/** Exposure × probability of default (percent) × loss given default (percent). */
export const expectedLoss: Calculation<'exposure' | 'defaultRate' | 'lossRate'> = {
  needs: ['exposure', 'defaultRate', 'lossRate'],
  compute: ({ exposure, defaultRate, lossRate }) =>
    times(exposure, times(dividedBy(defaultRate, exact(100)), dividedBy(lossRate, exact(100)))),
}
