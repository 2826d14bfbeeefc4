/** Cuts normalised text into words. Punctuation and emoji are not words. */
import { stemmer } from 'stemmer'
import { dictionary } from './dictionary.js'

export interface Token {
  text: string
  /** What is compared: Chinese as it stands, English by its stem, numbers without separators. */
  key: string
  start: number
  end: number
}

/** "1." and "(2)" at the head of a line or clause number a list; the 1 of O(1) is content. */
const enumerator = /(?<=(?:^|[\s。;:,?、])\(?)\d{1,2}(?=[、)]|\.(?!\d))/
const han = /\p{Script=Han}+/u
const groupedNumber = /\d+(?:[.,]\d+)+/
const letters = /(?:(?!\p{Script=Han})[\p{L}\p{N}])(?:(?!\p{Script=Han})[\p{L}\p{M}\p{N}'’])*/u
const runs = new RegExp(
  `(?<enumerator>${enumerator.source})|(?<han>${han.source})|${groupedNumber.source}|${letters.source}`,
  'gu',
)

/** The segmenter guesses words it does not know and may glue a negation to one (不问): those are cut again. */
const gluedNegation = /^(请)?(不|没|未|别|勿)(?=.)/

/** To the dictionary 不能自己 and 不能同意 are one word: "不能自己垫钱" would be no denial. */
const swallowedNegation = /^(不能|没有)((?!不)..+)$/u

export function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  for (const match of text.matchAll(runs)) {
    if (match.groups?.['enumerator'] !== undefined) continue
    if (match.groups?.['han'] !== undefined) tokens.push(...chineseTokens(match[0], match.index))
    else tokens.push(oneToken(match[0], match.index))
  }
  return tokens
}

function chineseTokens(run: string, from: number): Token[] {
  let start = from
  return dictionary()
    .cut(run)
    .flatMap(unglue)
    .map((text) => {
      const token = { text, key: text, start, end: start + text.length }
      start = token.end
      return token
    })
}

function unglue(word: string): string[] {
  const swallowed = swallowedNegation.exec(word)
  if (swallowed) return [swallowed[1] ?? '', swallowed[2] ?? '']
  if (dictionary().wordRarity(word) !== undefined) return [word]
  const glued = gluedNegation.exec(word)
  if (!glued) return [word]

  const rest = word.slice(glued[0].length)
  return [...(glued[1] ? [glued[1]] : []), glued[2] ?? '', ...dictionary().cut(rest)]
}

function oneToken(text: string, start: number): Token {
  const bare = text.replace(/['’]s?$/u, '')
  const key = /^\d/.test(text) ? text.replaceAll(',', '') : stemmer(bare)
  return { text, key, start, end: start + text.length }
}
