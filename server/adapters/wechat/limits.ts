/** WeChat's own limits for what this product sends (subscription message parameters, URL link). */
import { hours } from '../../durations.js'

interface FieldKind {
  units?: number
  /** Only free text may be cut: half a number, name or phrase says something else. */
  mayCut: boolean
  /** Format-checked kinds have a pattern, with or without a length. */
  pattern?: RegExp
  /** Written with spaces for people, taken without. */
  withoutSpaces?: true
}

const moment = '(\\d{4}年\\d{1,2}月\\d{1,2}日 )?\\d{1,2}:\\d{2}'

/**
 * Value limit of a subscription template's keyword, by its rule. `short_thing`, `enum` and `const` stand in real templates and in no
 * document: the shortest limit that is told of, and for the last two whatever the template itself lists.
 */
export const fieldKinds: Record<string, FieldKind> = {
  thing: { units: 20, mayCut: true },
  short_thing: { units: 5, mayCut: false },
  character_string: { units: 32, mayCut: false, pattern: /^[\x21-\x7e]+$/ },
  number: { units: 32, mayCut: false, pattern: /^-?\d+(\.\d+)?$/ },
  letter: { units: 32, mayCut: false, pattern: /^[A-Za-z]+$/ },
  symbol: { units: 5, mayCut: false, pattern: /^[\p{P}\p{S}]+$/u },
  phrase: { units: 5, mayCut: false, pattern: /^\p{Script=Han}+$/u },
  name: { mayCut: false, pattern: /^(\p{Script=Han}{1,10}|[^\p{Script=Han}]{1,20})$/u },
  phone_number: { units: 17, mayCut: false, pattern: /^[\d+-]+$/, withoutSpaces: true },
  car_number: { mayCut: false, pattern: /^[\p{Script=Han}A-Z0-9]{1,8}$/u, withoutSpaces: true },
  time: { mayCut: false, pattern: new RegExp(`^${moment}(~${moment})?$`) },
  date: { mayCut: false, pattern: /^\d{4}年\d{1,2}月\d{1,2}日( \d{1,2}:\d{2})?$/ },
  amount: { mayCut: false, pattern: /^[¥$]?\d+(\.\d+)?元?$/ },
  enum: { mayCut: false },
  enum_string: { mayCut: false },
  const: { mayCut: false },
}

/** `short_thing6` → `short_thing`. */
export const kindOfKey = (key: string): string => key.replace(/\d+$/, '')

export const urlLinkLimits = {
  longestMs: hours(30 * 24),
  shortestMs: 60_000,
  queryUnits: 1_024,
} as const

/** The minute window of call limits; daily windows are longer, and asking again each minute does no harm. */
export const throttledMs = 60_000
