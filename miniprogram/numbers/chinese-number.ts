/** Numbers with Chinese numerals, digits among them: 五千五百七十 · 5千570 · 1.2万 · 一万二 · 十二点五万 · 五五七〇. */
import { decimalOf } from './digits.js'
import { fraction, fromDecimal, isLess, isWhole, plus, times, type Fraction } from './fraction.js'
import type { NumberRead, Unclear } from './number-read.js'

const numerals = '零一二三四五六七八九'
const scales = { 亿: 1e8, 万: 1e4, 千: 1e3, 百: 100, 十: 10 } as const
type Scale = keyof typeof scales
const scaleSigns = Object.keys(scales) as Scale[]

const run = /^(?:\.?\d(?:[\d.,'_]*\d)? ?(?=[十百千万亿])|\d+(?:[,.]\d+)*|[零一二三四五六七八九两十百千万亿点])+/
const token = /\.?\d(?:[\d.,'_]*\d)?|[零一二三四五六七八九两]+|[十百千万亿点]/g

type Read = Pick<NumberRead, 'value' | 'also'>

export function chineseAt(text: string): NumberRead | Unclear | undefined {
  const typed = run
    .exec(text)?.[0]
    .replace(/点$|,$/, '')
    .trimEnd()
  if (typed === undefined || !/[零一二三四五六七八九两十百千万亿]/.test(typed)) return undefined
  const read = chineseNumber(typed)
  return read ? { ...read, length: typed.length, isScaled: /[万亿]/.test(typed) } : 'unclear'
}

/** Of the whole text. 百, 千 and 万 alone are what stands before 分之. */
export const chineseNumber = (typed: string): Read | undefined => {
  const tokens = (typed.match(token) ?? []).map((one) => one.replace(/两/g, '二'))
  return /^[零一二三四五六七八九]{2,}$/.test(tokens.join('')) ? positional(tokens.join('')) : read(tokens)
}

const positional = (signs: string): Read => sure(fromDecimal(digitsOf(signs)))
const digitsOf = (signs: string) => Array.from(signs, (sign) => numerals.indexOf(sign)).join('')
const sure = (value: Fraction): Read => ({ value, also: [] })

function read(tokens: string[]): Read | undefined {
  for (const sign of scaleSigns) {
    const at = scales[sign] >= 1e4 ? tokens.lastIndexOf(sign) : tokens.indexOf(sign)
    if (at >= 0) return aroundScale(tokens.slice(0, at), sign, tokens.slice(at + 1))
  }
  const point = tokens.indexOf('点')
  return point < 0 ? atom(tokens) : withDecimals(tokens.slice(0, point), tokens.slice(point + 1))
}

function aroundScale(before: string[], sign: Scale, after: string[]): Read | undefined {
  const scale = fraction(scales[sign])
  const many = howMany(before, sign)
  if (!many) return undefined
  const high = times(many, scale)
  if (after.length === 0) return sure(high)

  const low = behindScale(after, scales[sign])
  if (!low || !isWhole(many) || !isLess(low.value, scale)) return undefined
  return { value: plus(high, low.value), also: low.also.map((other) => plus(high, other)) }
}

/** Below 万 a single numeral counts: 五百三千 and 两三千 are no numbers. */
function howMany(before: string[], sign: Scale): Fraction | undefined {
  if (before.length === 0) return sign === '十' ? fraction(1) : undefined
  const isSingle = !before.some((one) => one in scales)
  return scales[sign] >= 1e4 || isSingle ? read(before)?.value : undefined
}

/** 一万二 is 12000, 一万零二 10002; 5千57 is 5057, unless it was meant as 5570. */
function behindScale([first = '', ...rest]: string[], scale: number): Read | undefined {
  const bare = first.replace(/^零+/, '')
  if (bare !== first) return read(bare === '' ? rest : [bare, ...rest])
  const low = read([first, ...rest])
  const isShort = rest.length === 0 && /^(?:\d+|[一二三四五六七八九])$/.test(first)
  if (!low || !isShort) return low

  const padded = times(low.value, fraction(scale, 10 ** first.length))
  if (first.length === 1) return { value: padded, also: [low.value] }
  return isWhole(padded) ? { ...low, also: [padded] } : low
}

function withDecimals(before: string[], after: string[]): Read | undefined {
  const [behind = ''] = after
  const digits = /^\d+$/.test(behind) ? behind : digitsOf(behind)
  if (after.length !== 1 || !/^\d+$/.test(digits)) return undefined
  const [first = ''] = before
  const whole = before.length === 0 ? '0' : /^\d+$/.test(first) ? first : digitsOf(first)
  return before.length < 2 ? sure(fromDecimal(`${whole}.${digits}`)) : undefined
}

function atom(tokens: string[]): Read | undefined {
  const [only = ''] = tokens
  if (tokens.length !== 1) return undefined
  if (/^[零一二三四五六七八九]+$/.test(only)) {
    const bare = only.replace(/^零+(?=.)/, '')
    return bare.length === 1 ? positional(bare) : undefined
  }
  const value = decimalOf(only)
  return value && sure(value)
}
