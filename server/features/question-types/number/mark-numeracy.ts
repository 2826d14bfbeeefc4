/** Marks a number exactly. Near-by is wrong; only the spelling of the same number is forgiven. */
import type { NumeracyMark } from '../../../../shared/contracts/assessment.js'

export interface NumeracyToMark {
  expected: number
  /** Decimals the question asks for; rounding (half up) is the candidate's work. */
  decimals: number
  given: string
}

/** Money and percent signs may stand or be left out; the stem says the unit. */
const unit = /^(?:人民币|rmb|cny|[¥$])+|(?:元整?|圆整?|块钱?|人民币|yuan|rmb|cny|[%¥])+$/gu
const plainNumber = /^[+-]?\d+(?:\.\d*)?$|^[+-]?\.\d+$/
/** 12,000 and 12 000 are 12000; 12,00 is not a number. */
const grouped = /^[+-]?\d{1,3}(?:[, ]\d{3})+(?:\.\d*)?$/

export function markNumeracy({ expected, decimals, given }: NumeracyToMark): NumeracyMark {
  const frame = { expected, decimals, given }
  const typed = given.normalize('NFKC').toLowerCase().replaceAll('−', '-').trim()
  if (typed === '') return { correct: false, ...frame, reason: 'empty' }

  const number = numberIn(typed)
  if (number === undefined) return { correct: false, ...frame, reason: 'unreadable' }

  const correct = spelling(number) === spelling(expected.toFixed(decimals))
  return { correct, ...frame, read: Number(number), ...(!correct && { reason: 'wrong' as const }) }
}

function numberIn(typed: string): string | undefined {
  const bare = typed.replaceAll(unit, '').trim()
  if (plainNumber.test(bare)) return bare
  return grouped.test(bare) ? bare.replaceAll(/[, ]/g, '') : undefined
}

/** Decimal by decimal, so that no binary fraction decides. */
function spelling(number: string): string {
  const [whole = '', fraction = ''] = number.replace(/^\+/, '').split('.')
  const negative = whole.startsWith('-')
  const digits = whole.replace('-', '').replace(/^0+(?=\d)/, '') || '0'
  const decimals = fraction.replace(/0+$/, '')
  const plain = decimals ? `${digits}.${decimals}` : digits

  return negative && plain !== '0' ? `-${plain}` : plain
}
