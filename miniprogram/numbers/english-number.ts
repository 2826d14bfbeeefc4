/** Numbers in English words, digits among them: five thousand five hundred and seventy · 5 thousand 570 · one and a half. */
import { decimalOf } from './digits.js'
import { fraction, fromDecimal, isLess, plus, times, type Fraction } from './fraction.js'
import type { NumberRead, Unclear } from './number-read.js'

const small =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')
const scales: Record<string, number> = { hundred: 100, thousand: 1e3, million: 1e6, mn: 1e6, billion: 1e9, bn: 1e9 }
const parts: Record<string, number> = { half: 2, halves: 2, third: 3, quarter: 4, fifth: 5, tenth: 10 }

const scaleWord = `${Object.keys(scales).join('|')}|thousands|millions`
const partWord = 'half|halves|thirds?|quarters?|fifths?|tenths?'
const numberWord = `${small.join('|')}|${tens.join('|')}|fourty|${scaleWord}`
const digits = String.raw`\d[\d,]*(?:\.\d+)?`
const start = new RegExp(
  `^(?:(?:${small.join('|')}|${tens.join('|')}|fourty|half)\\b|an? (?=${scaleWord}|half|third|quarter)|${digits} ?(?=(?:${scaleWord})\\b))`,
)
const next = new RegExp(
  `^(?:[ -]|, ?)?(?:and )?(?:${numberWord}|point|(?:an? )?(?:${partWord})|${digits})(?![a-z\\d%]|\\.\\d)`,
)

export function englishAt(text: string): NumberRead | Unclear | undefined {
  const first = start.exec(text)?.[0]
  if (first === undefined) return undefined
  let length = first.length
  for (let more = next.exec(text.slice(length)); more; more = next.exec(text.slice(length))) length += more[0].length

  const words = wordsOf(text.slice(0, length))
  const value = valueOf(words)
  const isScaled = words.some((word) => word in scales)
  return value
    ? { value, also: [], length, isScaled, isPart: words.some((word) => word in parts) && value.over < value.under }
    : 'unclear'
}

const wordsOf = (typed: string) =>
  typed
    .replace(/,(?!\d{3})/g, ' ')
    .split(/[ -]+|\band\b|\ban?\b/)
    .filter((word) => word !== '')
    .map((word) =>
      word === 'fourty' ? 'forty' : word.replace(/^(third|quarter|fifth|tenth|thousand|million)s$/, '$1'),
    )

function valueOf(words: string[]): Fraction | undefined {
  const point = words.indexOf('point')
  if (point >= 0) return withDecimals(words.slice(0, point), words.slice(point + 1))
  const last = parts[words[words.length - 1] ?? '']
  if (last !== undefined) return withPart(words.slice(0, -1), last)
  return words.length > 1 && words.every(isDigitWord) ? fromDecimal(digitsOf(words)) : wholeOf(words)
}

const isDigitWord = (word: string) => small.indexOf(word) >= 0 && small.indexOf(word) < 10
const digitsOf = (words: string[]) => words.map((word) => small.indexOf(word)).join('')

/** Behind the point come digits, and perhaps how many of it: three point five million. */
function withDecimals(before: string[], after: string[]): Fraction | undefined {
  const scale = scales[after[after.length - 1] ?? '']
  const behind = scale === undefined ? after : after.slice(0, -1)
  const whole = before.length === 0 ? fraction(0) : valueOf(before)
  if (!whole || behind.length === 0 || !behind.every(isDigitWord)) return undefined
  return times(plus(whole, fromDecimal(`0.${digitsOf(behind)}`)), fraction(scale ?? 1))
}

/** Three quarters; one and a half. */
function withPart(before: string[], under: number): Fraction | undefined {
  if (before.length === 0) return fraction(1, under)
  const many = wholeOf(before)
  return many && (under === 2 ? plus(many, fraction(1, 2)) : times(many, fraction(1, under)))
}

function wholeOf(words: string[]): Fraction | undefined {
  let total = fraction(0)
  let current: Fraction | undefined
  let lastScale = Infinity
  for (const word of words) {
    const scale = scales[word]
    if (scale === undefined) {
      current = withWord(current, word)
      if (!current) return undefined
    } else if (scale === 100) current = times(current ?? fraction(1), fraction(100))
    else {
      if (scale >= lastScale) return undefined
      total = plus(total, times(current ?? fraction(1), fraction(scale)))
      current = undefined
      lastScale = scale
    }
  }
  if (current && !isLess(current, fraction(Math.min(lastScale, 1e12)))) return undefined
  return plus(total, current ?? fraction(0))
}

/** Twenty takes three, but not thirty; nothing stands behind a three. */
function withWord(current: Fraction | undefined, word: string): Fraction | undefined {
  const value = small.includes(word)
    ? fraction(small.indexOf(word))
    : tens.includes(word)
      ? fraction(20 + 10 * tens.indexOf(word))
      : decimalOf(word)
  if (!value || !current) return value
  const room = current.over % 100 === 0 ? 100 : current.over % 10 === 0 && current.over % 100 >= 20 ? 10 : 0
  return current.under === 1 && isLess(value, fraction(room)) ? plus(current, value) : undefined
}
