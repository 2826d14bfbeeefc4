/** Which language a text is written in, by its letters. Foreign terms inside a Chinese sentence do not make it English. */
import type { Language } from '../../../../shared/contracts/text.js'

export type WrittenIn = Language | 'other' | 'none'

const han = /\p{Script=Han}/gu
const latin = /\p{Script=Latin}{2,}/gu
const otherLetters = /(?![\p{Script=Han}\p{Script=Latin}])\p{L}+/gu
/** Kana beside Han is Japanese. */
const fewForeign = 0.3
/** "n/2", "ATM" or "VIP OK" is no language yet. */
const leastWords = 3

export function writtenIn(text: string): WrittenIn {
  const counts = { zh: count(text, han), en: count(text, latin), other: count(text, otherLetters) }
  const total = counts.zh + counts.en + counts.other
  if (total === 0 || (counts.zh === 0 && total < leastWords)) return 'none'
  if (counts.other / total > fewForeign) return 'other'

  // A Chinese word is about two characters; "VIP", "ATM" and product names are common inside Chinese sentences.
  return counts.zh >= counts.en * 2 * fewForeign ? 'zh' : 'en'
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0
}
