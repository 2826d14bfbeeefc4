/**
 * One spelling for what reads the same: full width, upper case, combining marks, traditional characters. Matching happens in the normalised text;
 * quoting happens in the original, so every unit remembers the characters it came from and a span never cuts an emoji.
 */
import { simplified } from './simplified.js'

const clusters = /[^\p{M}]\p{M}*|\p{M}+/gu
/** ① and ⒈ number a list; NFKC would make digits of them that look like content. */
const enumerator = /^[①-⒛]/u
const invisible = /^\p{Cf}/u
const control = /^[\p{Cc}\p{Cs}]/u

/** One word that is written in several ways, by whom it is about or by habit. */
const sameWord: Readonly<Record<string, string>> = { 她: '他', 它: '他', 妳: '你', 帐: '账' }

export interface Normalised {
  original: string
  text: string
  /** Original UTF-16 offset where normalised unit `i` begins and ends. */
  startOf(unit: number): number
  endOf(unit: number): number
}

export function normalise(original: string): Normalised {
  const starts: number[] = []
  const ends: number[] = []
  let text = ''

  for (const match of original.matchAll(clusters)) {
    const plain = plainForm(match[0])
    for (let unit = 0; unit < plain.length; unit += 1) {
      starts.push(match.index)
      ends.push(match.index + match[0].length)
    }
    text += plain
  }

  return {
    original,
    text,
    startOf: (unit) => starts[unit] ?? original.length,
    endOf: (unit) => ends[unit] ?? original.length,
  }
}

/** Invisible characters could hide a word from every rule below; line breaks stay, they separate. */
function plainForm(piece: string): string {
  if (invisible.test(piece)) return ''
  if (enumerator.test(piece)) return ' '
  if (/^\s/.test(piece)) return piece.includes('\n') || piece.includes('\r') ? '\n' : ' '
  if (control.test(piece)) return ''

  const plain = simplified(piece.normalize('NFKC').toLowerCase())
  return sameWord[plain] ?? plain
}
