/** Fractions of whole numbers: money is never a float. 0.1 + 0.2 is 0.3 here, and half a cent is exactly half. */
export interface Exact {
  readonly over: bigint
  readonly under: bigint
}

/** Takes a number by its shortest decimal writing, as it stands in a file: 0.05 means five hundredths. */
export function exact(value: number): Exact {
  const [digits = '0', exponent = '0'] = value.toExponential().split('e')
  const [whole = '0', fraction = ''] = digits.split('.')
  const scale = Number(exponent) - fraction.length
  const over = BigInt(whole + fraction)

  return scale >= 0 ? { over: over * 10n ** BigInt(scale), under: 1n } : { over, under: 10n ** BigInt(-scale) }
}

export const plus = (a: Exact, b: Exact): Exact => ({
  over: a.over * b.under + b.over * a.under,
  under: a.under * b.under,
})
export const times = (a: Exact, b: Exact): Exact => ({ over: a.over * b.over, under: a.under * b.under })

export function dividedBy(a: Exact, b: Exact): Exact {
  if (b.over === 0n) throw new RangeError('division by zero')
  const sign = b.over < 0n ? -1n : 1n
  return { over: sign * a.over * b.under, under: sign * a.under * b.over }
}

/** Plain decimal text, rounded half up (half away from zero below zero). */
export function toDecimals({ over, under }: Exact, decimals: number): string {
  const negative = over < 0n
  const scaled = (negative ? -over : over) * 10n ** BigInt(decimals)
  const rounded = (2n * scaled + under) / (2n * under)
  const digits = rounded.toString().padStart(decimals + 1, '0')
  const text = decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`

  return negative && rounded !== 0n ? `-${text}` : text
}
