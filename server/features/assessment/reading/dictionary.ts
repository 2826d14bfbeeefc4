/**
 * Words and how much each of them tells. The dictionary is loaded once, on first use, and never changed afterwards:
 * terms of a rubric are found by the matcher and not added here, so that no score depends on what was scored before.
 */
import { createRequire } from 'node:module'
import { readFileSync } from 'node:fs'
import { Jieba } from '@node-rs/jieba'

interface Dictionary {
  cut(text: string): string[]
  /** Inverse document frequency of a word in general Chinese (jieba's table); undefined when it is not in the table. */
  wordRarity(word: string): number | undefined
  characterRarity(character: string): number
}

/** Characters are weighed by how likely a text of this length has them at all; an answer is about as long. */
const typicalLength = 100
const rarestCharacter = rarityOfShare(1e-8)

let loaded: Dictionary | undefined

/** About 0.4 s and 60 MB the first time: the scorer's thread calls it when it starts, rather than under the first answer. */
export function dictionary(): Dictionary {
  loaded ??= load()
  return loaded
}

function load(): Dictionary {
  const locate = createRequire(import.meta.url)
  const words = readFileSync(locate.resolve('@node-rs/jieba/dict.txt'))
  const jieba = Jieba.withDict(words)
  const rarities = rarityTable(readFileSync(locate.resolve('@node-rs/jieba/idf.txt'), 'utf8'))
  const characters = characterRarities(words.toString('utf8'))

  return {
    cut: (text) => jieba.cut(text, true),
    wordRarity: (word) => rarities.get(word),
    characterRarity: (character) => characters.get(character) ?? rarestCharacter,
  }
}

function rarityTable(table: string): Map<string, number> {
  const values = new Map<string, number>()
  eachLine(table, (word, value) => values.set(word, value))
  return values
}

function characterRarities(table: string): Map<string, number> {
  const counts = new Map<string, number>()
  let total = 0
  eachLine(table, (word, count) => {
    for (const character of word) {
      counts.set(character, (counts.get(character) ?? 0) + count)
      total += count
    }
  })

  return new Map([...counts].map(([character, count]) => [character, rarityOfShare(count / total)]))
}

/** Lines are `word value …`. Walked in place: splitting a table of 350 000 lines takes 100 MB for a moment. */
function eachLine(table: string, take: (word: string, value: number) => void): void {
  for (let start = 0; start < table.length;) {
    const found = table.indexOf('\n', start)
    const end = found < 0 ? table.length : found
    const space = table.indexOf(' ', start)
    if (space > start && space < end) take(table.slice(start, space), Number.parseFloat(table.slice(space + 1, end)))
    start = end + 1
  }
}

function rarityOfShare(share: number): number {
  return -Math.log(1 - (1 - share) ** typicalLength)
}
