/** The numbers of a text with their units: 13元8角9分 is one, 200天的利息是13.89元 are two. */
import { chineseAt, chineseNumber } from './chinese-number.js'
import { digitsAt } from './digits.js'
import { englishAt } from './english-number.js'
import { dividedBy, fraction, isLess, minus, plus, times, type Fraction } from './fraction.js'
import type { NumberRead, Unclear } from './number-read.js'
import { unitAt, type Unit } from './units.js'

export interface Quantity {
  value: Fraction
  also: Fraction[]
  unit?: Unit
  isPart: boolean
  isScaled: boolean
}

const partOf = /^(百|千|万|[\d一二三四五六七八九十两百千]+)分之(负?)/
/** What may stand right behind a number without a unit, letters and Chinese signs only. */
const mayFollow =
  /^ ?(?:左右|上下|吧|大概|哦|啊|呢|了|哈|呀|的|整|正|是|为|即|就是|也就是|约|大约|所以|应|共|合计|总计|总共|加|减|乘|除|又|(?:in|is|as|total|altogether|i|so|because|since|by|the|it|that|for|thanks|thank|please|ok|and|with|exactly|a)\b|[^a-z一-鿿 ]|$)/
const halfOne = /^个半/
const currency = /(?:¥|rmb|cny|人民币) ?$/

/** Undefined when one of them cannot be read. */
export function quantitiesIn(text: string, asked: Unit): Quantity[] | undefined {
  const found: Quantity[] = []
  let at = 0
  while (at < text.length) {
    const one = quantityAt(text, at, asked)
    if (one === 'unclear') return undefined
    if (one) found.push(one.quantity)
    at = one ? one.end : at + 1
  }
  return found
}

function quantityAt(text: string, at: number, asked: Unit): { quantity: Quantity; end: number } | Unclear | undefined {
  const before = text.slice(0, at)
  if (/[a-z]$/.test(before) && !currency.test(before)) return /\d/.test(text[at] ?? '') ? 'unclear' : undefined
  const number = numberAt(text.slice(at))
  if (number === undefined || number === 'unclear') return number

  const first = withUnit(text, { ...number, at, asked })
  if (!first) return 'unclear'
  return signed(before, compound(text, first, asked))
}

function numberAt(text: string): NumberRead | Unclear | undefined {
  const half = /^(?:半个?(?=小时|钟头|天|年|月|百分点)|half an? )/.exec(text)
  if (half) return { value: fraction(1, 2), also: [], length: half[0].length }
  const single = /^an? (?=(?:hour|minute|day|week|month|year)\b)/.exec(text)
  if (single) return { value: fraction(1), also: [], length: single[0].length }
  return partAt(text) ?? englishAt(text) ?? chineseAt(text) ?? digitsAt(text)
}

/** 百分之一点五, 千分之十五, 四分之三. */
function partAt(text: string): NumberRead | Unclear | undefined {
  const [opening, under = '', negative] = partOf.exec(text) ?? []
  if (opening === undefined) return undefined
  const over = numberAt(text.slice(opening.length))
  const known = { 百: 100, 千: 1000, 万: 10_000 }[under]
  const whole = known === undefined ? chineseNumber(under)?.value : fraction(known)
  if (over === undefined || over === 'unclear' || !whole || whole.over === 0) return 'unclear'
  const value = dividedBy(negative ? minus(over.value) : over.value, whole)
  return { value, also: [], length: opening.length + over.length, isPart: true, isRate: known !== undefined }
}

const rate: Unit = { dimension: 'part', scale: fraction(1), name: '百分之' }

interface Placed extends NumberRead {
  at: number
  asked: Unit
}

function withUnit(text: string, number: Placed): { quantity: Quantity; end: number } | undefined {
  const { at, length, asked, also, isPart = false, isScaled = false } = number
  const half = halfOne.exec(text.slice(at + length)) ? 2 : 0
  const value = half ? plus(number.value, fraction(1, 2)) : number.value
  const behind = text.slice(at + length + half)
  const unit = unitAt(behind, asked)
  const quantity = { value, also, isPart, isScaled }
  const end = at + length + half
  if (number.isRate)
    return { quantity: { ...quantity, unit: rate }, end: end + (unit?.unit.dimension === 'part' ? unit.length : 0) }
  if (unit) return { quantity: { ...quantity, unit: unit.unit }, end: end + unit.length }
  const yuan = currency.test(text.slice(0, at)) ? unitAt('元', { ...asked, name: '' })?.unit : undefined
  if (!yuan && !mayFollow.test(behind)) return undefined
  return { quantity: { ...quantity, ...(yuan && { unit: yuan }) }, end }
}

interface Ended {
  quantity: Quantity
  end: number
}

/** 13元8角9分, 1小时半, 13块8. */
function compound(text: string, first: Ended, asked: Unit, last = first.quantity.unit): Ended {
  const { end } = first
  if (!last || !first.quantity.unit) return first
  const half = /^半|^ and a half\b/.exec(text.slice(end))
  if (half) return added(first, times(fraction(1, 2), last.scale), end + half[0].length)

  const gap = /^(?: and |零|又| ?,? ?)(?=[\d.a-z零一二三四五六七八九十])/.exec(text.slice(end))?.[0].length
  const number = gap === undefined ? undefined : numberAt(text.slice(end + gap))
  if (gap === undefined || number === undefined || number === 'unclear') return first
  const behind = end + gap + number.length
  const next = unitAt(text.slice(behind), asked.dimension === last.dimension ? asked : { ...last, name: '' })
  if (!next) return gap === 0 || text[end] === '零' ? shortened(first, number, { text, end: behind, last }) : first
  if (next.unit.dimension !== last.dimension || !isLess(next.unit.scale, last.scale)) return first

  return compound(text, added(first, times(number.value, next.unit.scale), behind + next.length), asked, next.unit)
}

/** 13块8 is 13.80, 13块89 is 13.89; behind 毛 stand 分, behind hours minutes, behind 成 a tenth of it. */
function shortened(
  first: Ended,
  { value, length }: NumberRead,
  { text, end, last }: { text: string; end: number; last: Unit },
): Ended {
  const typed = text.slice(end - length, end)
  if (!mayFollow.test(text.slice(end)) || !/^(?:\d{1,2}|[零一二三四五六七八九十]+)$/.test(typed)) return first
  const isCents = typed.length > 1 || text[end - length - 1] === '零'
  const scale = scaleBehind(last, isCents)
  return scale ? added(first, times(value, scale), end) : first
}

function scaleBehind({ dimension, scale, name }: Unit, isCents: boolean): Fraction | undefined {
  if (dimension === 'time') return scale.over === 60 ? fraction(1) : undefined
  if (name === '成') return fraction(1, 100)
  if (dimension !== 'money' || scale.under === 100) return undefined
  return fraction(1, isCents || scale.under === 10 ? 100 : 10)
}

function added({ quantity }: Ended, more: Fraction, end: number): Ended {
  const unit = quantity.unit!
  return { quantity: { ...quantity, value: plus(quantity.value, dividedBy(more, unit.scale)), also: [] }, end }
}

/** A dash at the beginning is a minus; behind a word it may be a dash. */
function signed(before: string, ended: Ended): Ended {
  const bare = before.replace(currency, '').trimEnd()
  const opposite = { ...ended.quantity, value: minus(ended.quantity.value), also: ended.quantity.also.map(minus) }
  if (/(?:负|minus|negative)$/.test(bare)) return { ...ended, quantity: opposite }
  if (!bare.endsWith('-')) return ended
  const left = bare.slice(0, -1).trimEnd()
  if (left === '' || /[=:(,≈"「【为是]$/.test(left)) return { ...ended, quantity: opposite }
  if (/[\d元)%]$/.test(left)) return ended
  return { ...ended, quantity: { ...ended.quantity, also: [...ended.quantity.also, opposite.value] } }
}
