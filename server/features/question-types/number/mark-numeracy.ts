/** Marks a number exactly. Near-by is wrong; the spelling is forgiven, and what only a person can read is left to one. */
import { fromDecimal, isSame, minus, toNumber, type Fraction } from '../../../../miniprogram/numbers/fraction.js'
import { readNumber } from '../../../../miniprogram/numbers/read-number.js'
import type { NumeracyMark } from '../../../../shared/contracts/assessment.js'
import type { Bilingual } from '../../../../shared/contracts/text.js'

export interface NumeracyToMark {
  expected: number
  /** Decimals the question asks for; rounding (half up) is the candidate's work. */
  decimals: number
  /** As it stands on the phone. */
  unit: Bilingual
  given: string
}

export function markNumeracy({ expected, decimals, unit, given }: NumeracyToMark): NumeracyMark {
  const frame = { expected, decimals, given }
  const answer = readNumber(given, unit)
  if (answer.kind === 'empty') return { correct: false, ...frame, reason: 'empty' }
  if (answer.kind === 'unclear') return { correct: false, ...frame, reason: 'unreadable' }
  if (answer.kind === 'other-unit') return { correct: false, ...frame, reason: 'other-unit' }

  const read = toNumber(answer.value)
  const right = exactly(expected, decimals)
  if (isSame(answer.value, right)) return { correct: true, ...frame, read }
  const couldBeRight =
    !answer.isAlone || answer.also.some((other) => isSame(other, right)) || isRoundedTo(answer.value, right, decimals)
  return { correct: false, ...frame, read, reason: couldBeRight ? 'unreadable' : 'wrong' }
}

function exactly(expected: number, decimals: number): Fraction {
  const decimal = fromDecimal(Math.abs(expected).toFixed(decimals))
  return expected < 0 ? minus(decimal) : decimal
}

/** A third, where 0.33 is right: nobody can write it with the decimals that were asked for. */
const isRoundedTo = (given: Fraction, right: Fraction, decimals: number) =>
  !/^[25]*$/.test(primesOf(given.under)) && Math.abs(toNumber(given) - toNumber(right)) <= 0.5 * 10 ** -decimals

function primesOf(under: number): string {
  for (const prime of [2, 5]) if (under % prime === 0) return prime + primesOf(under / prime)
  return under === 1 ? '' : 'other'
}
