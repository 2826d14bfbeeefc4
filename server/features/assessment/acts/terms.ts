/**
 * Where the words of acts stand in an answer. A term is compared as it is written: Chinese character by character, so that no segmenter
 * has a say, English by stems; `…` stands for a few characters or words between.
 */
import type { ReadText } from '../reading/read-text.js'
import { normalise } from '../reading/normalise.js'
import { tokensOf, type Token } from '../reading/words.js'

/** One clause, Chinese as it stands, each English word or number by its stem between spaces. */
export interface Spelled {
  text: string
  /** The word that each character belongs to, and where it stands in the text. */
  wordAt: number[]
  placeAt: number[]
}

export interface Term {
  /** In this order, with at most `widestGap` characters between. */
  parts: string[]
}

export interface Place {
  clause: number
  start: number
  end: number
  /** The first word of it. */
  word: number
}

const widestGap = 14
const han = /^\p{Script=Han}/u

export function spell(tokens: readonly Token[], firstWord = 0): Spelled {
  let text = ''
  const wordAt: number[] = []
  const placeAt: number[] = []
  tokens.forEach((token, at) => {
    const isHan = han.test(token.text)
    const piece = isHan ? token.text : `${text.endsWith(' ') ? '' : ' '}${token.key} `
    text += piece
    for (let k = 0; k < piece.length; k += 1) {
      wordAt.push(firstWord + at)
      placeAt.push(token.start + (isHan ? k : 0))
    }
  })
  return { text, wordAt, placeAt }
}

export function spellClauses({ clauses, words }: ReadText): Spelled[] {
  let from = 0
  return clauses.map((_, clause) => {
    const first = from
    while (words[from]?.clause === clause) from += 1
    return spell(words.slice(first, from), first)
  })
}

export function readTerm(written: string): Term {
  const parts = written.split('…').map((part) => spell(tokensOf(normalise(part).text)).text)
  return { parts: parts.filter((part) => part !== '') }
}

/** Chinese by its first character, English by its first word. */
export function beginningOf({ parts }: Term): string {
  const first = parts[0] ?? ''
  return first.startsWith(' ') ? first.slice(0, first.indexOf(' ', 1) + 1) : first.slice(0, 1)
}

/** Calls back at each place where a word or character begins, with what terms are listed by. */
export function eachBeginning({ text }: Spelled, tell: (beginning: string, at: number) => void): void {
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] !== ' ') {
      tell(text[at]!, at)
      continue
    }
    const end = text.indexOf(' ', at + 1)
    if (end < 0) continue
    tell(text.slice(at, end + 1), at)
    at = han.test(text[end + 1] ?? '') ? end : end - 1
  }
}

/** Where a term ends that begins here; −1 if it does not stand here. */
export function endOf({ parts }: Term, text: string, at: number): number {
  if (!text.startsWith(parts[0] ?? '', at)) return -1
  let end = at + (parts[0]?.length ?? 0)
  for (const part of parts.slice(1)) {
    const next = text.indexOf(part, part.startsWith(' ') ? end - 1 : end)
    if (next < 0 || next - end > widestGap) return -1
    end = next + part.length
  }
  return end
}
