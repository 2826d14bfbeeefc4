/** One of our words as a variable of an SMS: few characters, on one line. */
import { cutToUnits } from '../cut-text.js'

/** Part of these would say something else. */
const neverCut: readonly string[] = ['deadline', 'expected', 'time', 'phone', 'code', 'minutes', 'link', 'receipt']
const moment = /^\d{4}年(\d{1,2}月\d{1,2}日) (\d{1,2}:\d{2})$/

/** Undefined when there is nothing, or too much of what may not be cut. A moment goes without its year: it is near. */
export function paramFor(word: string, text: string | undefined, longest: number): string | undefined {
  const value = text
    ?.replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .replace(moment, '$1$2')
  if (!value) return undefined
  if (value.length <= longest) return value
  return neverCut.includes(word) ? undefined : cutToUnits(value, longest)
}
