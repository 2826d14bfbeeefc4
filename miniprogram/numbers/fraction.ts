/** Exact numbers of everyday size, in lowest terms. Not bigint: phones that still run the app do not all know it. */
export interface Fraction {
  readonly over: number
  readonly under: number
}

export class TooLong extends Error {}

/** Digits that a number keeps exactly; what a calculator shows behind them decides nothing. */
const exactDigits = 15

export function fraction(over: number, under = 1): Fraction {
  if (under === 0 || !Number.isSafeInteger(over) || !Number.isSafeInteger(under)) throw new TooLong()
  const by = divisor(Math.abs(over), Math.abs(under)) * Math.sign(under)
  return { over: over / by + 0, under: under / by }
}

/** Of plain decimal writing: digits with at most one point. */
export function fromDecimal(text: string): Fraction {
  const [whole = '', behind = ''] = text.split('.')
  const digits = (whole + behind).replace(/^0+/, '')
  const cut = Math.max(0, digits.length - exactDigits)
  const kept = Number(digits.slice(0, digits.length - cut) || '0')
  return times(fraction(kept), powerOfTen(cut - behind.length))
}

export const plus = (a: Fraction, b: Fraction) =>
  fraction(
    a.over * (b.under / divisor(a.under, b.under)) + b.over * (a.under / divisor(a.under, b.under)),
    a.under * (b.under / divisor(a.under, b.under)),
  )

export function times(a: Fraction, b: Fraction): Fraction {
  const left = divisor(Math.abs(a.over), b.under)
  const right = divisor(Math.abs(b.over), a.under)
  return fraction((a.over / left) * (b.over / right), (a.under / right) * (b.under / left))
}

export const dividedBy = (a: Fraction, b: Fraction) => times(a, fraction(b.under, b.over))
export const minus = ({ over, under }: Fraction) => fraction(-over, under)
export const isSame = (a: Fraction, b: Fraction) => a.over === b.over && a.under === b.under
export const isWhole = ({ under }: Fraction) => under === 1
export const isLess = (a: Fraction, b: Fraction) => plus(a, minus(b)).over < 0
export const toNumber = ({ over, under }: Fraction) => over / under

export const powerOfTen = (power: number) => (power >= 0 ? fraction(10 ** power) : fraction(1, 10 ** -power))

function divisor(a: number, b: number): number {
  return b === 0 ? a || 1 : divisor(b, a % b)
}
