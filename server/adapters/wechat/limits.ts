/** WeChat's own limits for what this product sends (subscription message parameters, URL link). */
import { hours } from '../../durations.js'

/**
 * Value limit of a subscription template's field, by the letters of its key. Only free text may be cut: half a number, name
 * or phrase says something else. Format-checked kinds have a pattern instead of a length.
 */
export const fieldKinds: Record<string, { units?: number; mayCut: boolean; pattern?: RegExp }> = {
  thing: { units: 20, mayCut: true },
  character_string: { units: 32, mayCut: false, pattern: /^[\x21-\x7e]+$/ },
  number: { units: 32, mayCut: false, pattern: /^-?\d+(\.\d+)?$/ },
  phrase: { units: 5, mayCut: false },
  name: { units: 10, mayCut: false },
  phone_number: { units: 17, mayCut: false, pattern: /^[\d+-]+$/ },
  time: {
    mayCut: false,
    pattern: /^(\d{4}年\d{1,2}月\d{1,2}日 )?\d{1,2}:\d{2}(~(\d{4}年\d{1,2}月\d{1,2}日 )?\d{1,2}:\d{2})?$/,
  },
  date: { mayCut: false, pattern: /^\d{4}年\d{1,2}月\d{1,2}日( \d{1,2}:\d{2})?$/ },
  amount: { mayCut: false, pattern: /^[¥$]?\d+(\.\d+)?元?$/ },
}

export const urlLinkLimits = {
  longestMs: hours(30 * 24),
  shortestMs: 60_000,
  queryUnits: 1_024,
} as const

/** The minute window of call limits; daily windows are longer, and asking again each minute does no harm. */
export const throttledMs = 60_000
