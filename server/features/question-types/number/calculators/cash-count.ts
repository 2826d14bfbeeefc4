import { exact, plus, times } from '../exact-number.js'
import type { Calculation } from './calculation.js'

/** Sum of a drawer: notes of 100, 50, 20 and 10 yuan. */
export const cashCount: Calculation<'hundreds' | 'fifties' | 'twenties' | 'tens'> = {
  needs: ['hundreds', 'fifties', 'twenties', 'tens'],
  compute: ({ hundreds, fifties, twenties, tens }) =>
    [times(hundreds, exact(100)), times(fifties, exact(50)), times(twenties, exact(20)), times(tens, exact(10))].reduce(
      plus,
    ),
}
