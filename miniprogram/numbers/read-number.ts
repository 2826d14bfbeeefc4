/** What number an answer gives, in the unit that was asked for. Whatever a person would have to think about is `unclear`. */
import { dividedBy, fraction, isSame, times, TooLong, type Fraction } from './fraction.js'
import { plainSigns } from './plain-signs.js'
import { quantitiesIn, type Quantity } from './quantities.js'
import { askedUnit, type Unit } from './units.js'

export type ReadAnswer =
  | { kind: 'empty' }
  | {
      kind: 'read'
      value: Fraction
      /** What the writing could mean as well. */
      also: Fraction[]
      /** No other number stands beside it, of days, of notes or of a rate. */
      isAlone: boolean
    }
  | { kind: 'other-unit' }
  | { kind: 'unclear' }

const unclear: ReadAnswer = { kind: 'unclear' }

const doubt =
  /不(?!过|含|计|变|用|算|考虑)|没|非|或|还是|大于|小于|超过|以上|以下|低于|高于|多于|少于|至少|至多|最少|之间|几|余|多(?!少)|近(?!似)|[<>≤≥±$€£¢]|正负|\b(?:not|no|or|between|over|under|less|more|above|below|least|most|than|nearly|almost)\b|n't|--|\+ ?$/
const approximately = /差不多|没错|没有?问题|没有误差|没算错/g
const equals = /=|≈|等于|\bequals\b/
const cue = /答案?(?:是|为|:)|\banswer(?: is|:)/g
const operator = /\d[^=]*[-+*/÷][^=]*\d/

export function readNumber(text: string, unit: { zh: string; en: string }): ReadAnswer {
  const plain = plainSigns(text)
  if (plain === '') return { kind: 'empty' }
  if (doubt.test(plain.replace(approximately, ''))) return unclear
  try {
    return readPlain(plain, askedUnit(unit))
  } catch (error) {
    if (error instanceof TooLong) return unclear
    throw error
  }
}

function readPlain(plain: string, asked: Unit): ReadAnswer {
  const results = plain.split(/[。;!]/).map((sentence) => resultIn(sentence, asked))
  const quantities = quantitiesIn(results.join(' 。 '), asked)
  return quantities ? judged(quantities, asked) : unclear
}

/** Of a working the result: what stands alone behind the last sign of equality, or before the only one. */
function resultIn(plain: string, asked: Unit): string {
  const told = plain.split(cue)
  const sides = (told[told.length - 1] ?? plain).split(equals).filter((side) => side.trim() !== '')
  const last = sides[sides.length - 1] ?? ''
  if (sides.length === 2 && operator.test(last) && !isSingle(last, asked)) return sides[0] ?? ''
  return last
}

const isSingle = (side: string, asked: Unit) => quantitiesIn(side, asked)?.length === 1

function judged(quantities: readonly Quantity[], asked: Unit): ReadAnswer {
  const fitting = quantities.filter(({ unit }) => !unit || unit.dimension === asked.dimension || isCounted(unit, asked))
  const others = quantities.filter((one) => !fitting.includes(one))
  const [first, ...more] = fitting.map((one) => inAsked(one, asked))
  if (!first)
    return quantities.length === 1 && !others.some((one) => isUncountable(one, asked))
      ? { kind: 'other-unit' }
      : unclear
  if (more.some(({ value }) => !isSame(value, first.value))) return unclear
  if (others.some(({ unit }) => unit?.dimension === 'foreign')) return unclear
  return { kind: 'read', ...first, isAlone: others.length === 0 }
}

/** 37个 is 37张. */
const isCounted = (unit: Unit, asked: Unit) => asked.dimension === 'own' && unit.name === '个'
/** A word of their own for what is counted may be as good as ours. */
const isUncountable = ({ unit }: Quantity, asked: Unit) => asked.dimension === 'own' && unit?.dimension === 'count'

function inAsked(one: Quantity, asked: Unit): { value: Fraction; also: Fraction[] } {
  const scale = scaleOf(one, asked)
  const convert = (value: Fraction) => (scale ? dividedBy(times(value, scale), asked.scale) : value)
  const also = one.also.map(convert)
  // 15/10 may be 150 % or 1.5 %.
  return { value: convert(one.value), also: one.isPart && !one.unit ? [...also, one.value] : also }
}

/** Where 万元 is asked for, 350万 is that much; where per cent are, 3/4 are 75. Else a bare number is in what was asked for. */
function scaleOf({ unit, isPart, isScaled }: Quantity, asked: Unit): Fraction | undefined {
  if (unit) return unit.dimension === asked.dimension ? unit.scale : undefined
  if (asked.dimension === 'part' && isPart) return fraction(1)
  return asked.dimension === 'money' && isScaled && asked.scale.over > 1 ? fraction(1) : undefined
}
