/** A term of the rubric, and where an answer says it. */
import { negators, undoingVerbs } from '../reading/negators.js'
import type { Polarity } from '../reading/polarity.js'
import { readText, wordIndexAt, type ReadText, type Word } from '../reading/read-text.js'

export interface Phrase {
  /** Normalised text that is looked for as it stands. */
  needle: string
  /** The telling words of the phrase, for the same idea with other words between ("核实身份", "核实一下客户的身份"). */
  keys: string[]
  /** "不透露" wants 透露 under any negation: 不能透露, 绝不向别人透露, 拒绝透露. */
  wants: 'done' | 'not-done'
  rarity: number
}

export interface PhraseHit {
  clause: number
  polarity: Polarity
  start: number
  end: number
}

const mostBetween = 3
const han = /\p{Script=Han}/u

export function preparePhrase(text: string): Phrase {
  const read = readText(text)
  const turnsRound = read.words.filter((word) => negators.has(word.text) || undoingVerbs.has(word.text))
  const wantsRefusal = turnsRound.length === 1 && turnsRound[0] === read.words[0] && read.words.length > 1
  const words = wantsRefusal ? read.words.slice(1) : read.words

  return {
    needle: read.text.slice(words[0]?.start ?? 0).trim(),
    keys: words.filter((word) => word.rarity > 0).map((word) => word.key),
    wants: wantsRefusal ? 'not-done' : 'done',
    rarity: Math.max(0, ...words.map((word) => word.rarity)),
  }
}

export function earns(phrase: Phrase, { polarity }: PhraseHit): boolean {
  if (polarity === 'beside') return true
  return polarity === (phrase.wants === 'done' ? 'plain' : 'negated')
}

export function findPhrase(phrase: Phrase, text: ReadText): PhraseHit[] {
  if (phrase.needle === '') return []
  const whole = han.test(phrase.needle) && phrase.needle.length > 1 ? findAsItStands(phrase.needle, text) : []
  if (whole.length > 0) return whole

  return findScattered(phrase, text)
}

function findAsItStands(needle: string, text: ReadText): PhraseHit[] {
  const hits: PhraseHit[] = []
  for (let start = text.text.indexOf(needle); start >= 0; start = text.text.indexOf(needle, start + 1)) {
    const end = start + needle.length
    const at = wordIndexAt(text.words, start)
    const first = text.words[at]
    if (!first || first.start >= end) continue
    if (needle.length === 2 && cutsWords(text.words.slice(at, at + 3), start, end)) continue
    hits.push({ clause: first.clause, polarity: first.polarity, start, end })
  }
  return hits
}

/** "和服" in 和服务: two characters that belong to two words. Longer terms are taken even where the segmenter disagrees. */
function cutsWords(words: readonly Word[], start: number, end: number): boolean {
  return words.some(
    (word) =>
      (word.start < start && word.end > start && word.end < end) ||
      (word.start > start && word.start < end && word.end > end),
  )
}

/** In either order ("透露密码", "把密码透露给他"), in one clause, with a few words in between. */
function findScattered({ keys }: Phrase, text: ReadText): PhraseHit[] {
  const [firstKey] = keys
  if (firstKey === undefined) return []

  if (!keys.every((key) => text.places.has(key))) return []

  return (text.places.get(firstKey) ?? []).flatMap((at) => {
    const found = gather(keys, text.words, at)
    return found ? [hitOver(found)] : []
  })
}

function gather(keys: readonly string[], words: readonly Word[], from: number): Word[] | undefined {
  const found: Word[] = []
  let at = from
  for (const key of keys) {
    const next = nearest(words, at, (word) => word.key === key && word.clause === words[from]?.clause)
    const word = words[next]
    if (!word) return undefined
    found.push(word)
    at = next
  }
  return found
}

/** Ahead before behind, the nearest first; -1 when it is too far away. */
function nearest(words: readonly Word[], at: number, fits: (word: Word) => boolean): number {
  for (let step = 0; step <= mostBetween + 1; step += 1) {
    for (const place of [at + step, at - step]) {
      const word = words[place]
      if (word && fits(word)) return place
    }
  }
  return -1
}

/** Denied when any of its words is: "身份就不用核实了". */
function hitOver(found: readonly Word[]): PhraseHit {
  const polarities = found.map(({ polarity }) => polarity)
  const polarity = (['negated', 'beside'] as const).find((one) => polarities.includes(one)) ?? 'plain'

  return {
    clause: found[0]?.clause ?? 0,
    polarity,
    start: Math.min(...found.map(({ start }) => start)),
    end: Math.max(...found.map(({ end }) => end)),
  }
}
