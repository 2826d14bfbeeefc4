/** Numbers in digits: 5,570 · 5 570 · .5 · 5.57e3 · 3/4 · 12k. */
import { fraction, fromDecimal, plus, powerOfTen, times, type Fraction } from './fraction.js'
import type { NumberRead, Unclear } from './number-read.js'

const blob = /^\.?\d(?:[\d.,'_ ]*\d)?/
const plain = /^\d*\.?\d+$/
const grouped = /^[1-9]\d{0,2}(?:(?:,\d{3})+|(?: \d{3})+|(?:['_]\d{3})+)(?:\.\d+)?$/
const part = /^(?:(\d+)(?: | and |又))?(\d+) ?\/ ?(\d+)(?![\d./])/
const power = /^ ?(?:e([+-]?\d{1,2})|\* ?10 ?\^ ?([+-]?\d{1,2}))(?!\d)/
const shortScale = /^ ?([kw])(?![a-z\d])/

export function digitsAt(text: string): NumberRead | Unclear | undefined {
  const typed = blob.exec(text)?.[0]
  if (typed === undefined) return undefined
  const asPart = partAt(text)
  if (asPart) return asPart
  const value = decimalOf(typed)
  if (!value) return 'unclear'

  return scaled({ value, also: asInEurope(typed), length: typed.length }, text.slice(typed.length))
}

/** Of a blob of digits and separators. */
export function decimalOf(typed: string): Fraction | undefined {
  if (plain.test(typed)) return fromDecimal(typed)
  return grouped.test(typed) ? fromDecimal(typed.replace(/[, '_]/g, '')) : undefined
}

/** 5.570 is five thousand in half of Europe, and 5,570 a little more than five. */
function asInEurope(typed: string): Fraction[] {
  if (!/^[1-9]\d{0,2}[.,]\d{3}$/.test(typed)) return []
  return [fromDecimal(typed.includes('.') ? typed.replace('.', '') : typed.replace(',', '.'))]
}

function partAt(text: string): NumberRead | undefined {
  const [all, whole, over, under] = part.exec(text) ?? []
  if (all === undefined || Number(under) === 0) return undefined
  const value = plus(fraction(Number(whole ?? 0)), fraction(Number(over), Number(under)))
  return { value, also: [], length: all.length, isPart: true }
}

function scaled(read: NumberRead, behind: string): NumberRead {
  const [asPower, e, tens] = power.exec(behind) ?? []
  const [asShort, letter] = shortScale.exec(behind) ?? []
  const by = asPower === undefined ? { k: 3, w: 4 }[letter ?? ''] : Number(e ?? tens)
  if (by === undefined) return read
  return {
    value: times(read.value, powerOfTen(by)),
    also: [],
    length: read.length + (asPower ?? asShort ?? '').length,
    isScaled: true,
  }
}
