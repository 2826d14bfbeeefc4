/**
 * How near two words are in meaning, by vectors made of dictionaries when the product is built (scripts/word-vectors). English words are
 * asked for by their stem, Chinese ones as they stand; one that no dictionary has is taken for the sum of its parts.
 */
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export interface Meaning {
  numbers: Int8Array | Int16Array
  length: number
}

interface Table {
  at: ReadonlyMap<string, number>
  numbers: Int8Array
  width: number
}

const longestWord = 4
const han = /^\p{Script=Han}+$/u

let loaded: Table[] | undefined
/** Words of rubrics and answers come again and again. */
const known = new Map<string, Meaning | undefined>()
const mostKnown = 50_000

/** 19 MB, read once, in 0.1 s. */
export function loadMeanings(): void {
  loaded ??= ['en', 'zh'].map((language) => readTable(join(vectorsFolder(), `${language}.vectors`)))
}

/** Source, built code and the bundle of the scorer's thread lie at different depths below the folder that has `build/`. */
function vectorsFolder(): string {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    const candidate = join(folder, 'build', 'word-vectors')
    if (existsSync(candidate)) return candidate
    if (folder === dirname(folder)) throw new Error('build/word-vectors is missing: run npm run build')
  }
}

function readTable(file: string): Table {
  const bytes = readFileSync(file)
  const end = bytes.indexOf('\n')
  const words = JSON.parse(bytes.toString('utf8', 0, end)) as string[]
  const numbers = new Int8Array(bytes.buffer, bytes.byteOffset + end + 1, bytes.length - end - 1)

  return { at: new Map(words.map((word, at) => [word, at])), numbers, width: numbers.length / words.length }
}

/** Cosine, −1…1; 0 when one of them is unknown. Whole numbers are multiplied, so it is the same on every machine. */
export function likeness(one: string, other: string): number {
  const first = meaningOf(one)
  const second = meaningOf(other)
  return first && second ? cosine(first, second) : 0
}

/** For whoever compares one word with many: each is looked up once. */
export function cosine(one: Meaning, other: Meaning): number {
  let sum = 0
  for (let k = 0; k < one.numbers.length; k += 1) sum += one.numbers[k]! * other.numbers[k]!
  return sum / (one.length * other.length)
}

export function meaningOf(word: string): Meaning | undefined {
  if (known.has(word)) return known.get(word)
  const numbers = numbersOf(word) ?? sumOfParts(word)
  const meaning = numbers && { numbers, length: lengthOf(numbers) }
  if (known.size >= mostKnown) known.clear()
  known.set(word, meaning)
  return meaning
}

function numbersOf(word: string): Int8Array | undefined {
  loadMeanings()
  for (const { at, numbers, width } of loaded ?? []) {
    const place = at.get(word)
    if (place !== undefined) return numbers.subarray(place * width, (place + 1) * width)
  }
  return undefined
}

/** The longest pieces that are known, from the left. */
function sumOfParts(word: string): Int16Array | undefined {
  if (word.length < 2 || !han.test(word)) return undefined
  let sum: Int16Array | undefined
  for (let start = 0; start < word.length;) {
    const { numbers, end } = pieceAt(word, start)
    if (numbers) {
      sum ??= new Int16Array(numbers.length)
      for (let k = 0; k < sum.length; k += 1) sum[k]! += numbers[k]!
    }
    start = end
  }
  return sum
}

function pieceAt(word: string, start: number): { numbers: Int8Array | undefined; end: number } {
  for (let end = Math.min(word.length, start + longestWord); end > start; end -= 1) {
    const numbers = numbersOf(word.slice(start, end))
    if (numbers) return { numbers, end }
  }
  return { numbers: undefined, end: start + 1 }
}

function lengthOf(numbers: Int8Array | Int16Array): number {
  let squares = 0
  for (const value of numbers) squares += value * value
  return Math.sqrt(squares) || 1
}
