import { exact, plus, times } from '../exact-number.js'
import type { Calculation } from './calculation.js'
import { simpleInterest } from './simple-interest.js'

/** What is paid out for a bill: its face value less the interest (percent a year) until it falls due, taken in advance. */
export const discountProceeds: Calculation<'faceValue' | 'rate' | 'days' | 'dayBasis'> = {
  needs: ['faceValue', 'rate', 'days', 'dayBasis'],
  compute: ({ faceValue, rate, days, dayBasis }) =>
    plus(faceValue, times(simpleInterest.compute({ principal: faceValue, rate, days, dayBasis }), exact(-1))),
}
