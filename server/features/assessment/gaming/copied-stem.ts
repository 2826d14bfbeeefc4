/** An answer that is nothing but the question again. Repeating it before answering is normal and costs nothing. */
import type { ReadText } from '../reading/read-text.js'

/** In one piece, this part of the question. Right answers often consist of words of the question, but not in its order. */
const copiedPart = 0.6
const shortestStem = 12
/** Nothing of weight beside the question's words: copied, whatever it earned. */
export const hardlyOwn = 0.05
/** A little beside them ("我觉得我会处理好"): copied when it earned next to nothing. */
export const littleOwn = 0.4

export function isCopied(answer: ReadText, stems: readonly ReadText[], own: number): boolean {
  const asked = new Set(stems.flatMap((stem) => stem.words.map((word) => word.key)))
  const telling = answer.words.filter((word) => word.rarity > 0)
  const total = telling.reduce((sum, word) => sum + word.rarity, 0)
  const beside = telling.reduce((sum, word) => sum + (asked.has(word.key) ? 0 : word.rarity), 0)
  if (total === 0 || beside / total > own) return false

  return stems.some((stem) => sharesRun(lettersOf(answer), lettersOf(stem)))
}

const lettersOf = ({ text }: ReadText) => text.replace(/[^\p{L}\p{N}]/gu, '')

function sharesRun(answer: string, stem: string): boolean {
  if (stem.length < shortestStem) return false
  const run = Math.ceil(copiedPart * stem.length)
  for (let at = 0; at + run <= answer.length; at += 1) {
    if (stem.includes(answer.slice(at, at + run))) return true
  }
  return false
}
