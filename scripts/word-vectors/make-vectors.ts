/**
 * Word vectors out of dictionaries, one space for English and Chinese: an English word by the words WordNet explains it with, a
 * Chinese one by its English in CC-CEDICT, both reduced to their main directions. No text of a candidate plays a part.
 */
import type { Counts } from './glosses.js'
import { mainDirections } from './main-directions.js'
import { readCedict } from './read-cedict.js'
import { readWordNet, type EnglishWords } from './read-wordnet.js'
import { sparseRows, times } from './sparse-rows.js'

/** Enough for telling words apart, few enough for both languages to stay below 20 MB. */
const width = 128
/** A stem that explains fewer synsets than this joins hardly anything. */
const leastDocuments = 3
/** Twice in one explanation is as much as any number of times. */
const mostInGloss = 2

export interface Vectors {
  words: string[]
  /** One word after the other, each of `width` numbers and length 127. */
  numbers: Int8Array
}

/** 12 s of work and 1.2 GB for a moment, so it is done in a process that ends. */
export function makeVectors(): { en: Vectors; zh: Vectors } {
  const english = readWordNet()
  const rarity = raritiesOf(english)
  const vocabulary = [...english.documents].filter(([, documents]) => documents >= leastDocuments).map(([stem]) => stem)
  const column = new Map(vocabulary.map((stem, at) => [stem, at]))
  const stems = [...english.contexts.keys()]

  const matrix = sparseRows(
    stems.map((stem) => weighed(english.contexts.get(stem) ?? new Map(), column, rarity)),
    vocabulary.length,
  )
  const basis = mainDirections(matrix, width)
  const rows = times(matrix, basis, width)
  makeLengthOne(rows)

  const space: Space = { basis, column, rows, row: new Map(stems.map((stem, at) => [stem, at])), rarity }
  return { en: { words: stems, numbers: asBytes(rows) }, zh: chinese(space) }
}

/** Logarithms may differ in their last bit from machine to machine. */
const log = (value: number) => Math.round(Math.log(value) * 1e6) / 1e6

function raritiesOf({ documents, synsets }: EnglishWords): Map<string, number> {
  return new Map([...documents].map(([stem, found]) => [stem, log((synsets + 1) / (found + 1))]))
}

function weighed(
  context: Counts,
  column: ReadonlyMap<string, number>,
  rarity: ReadonlyMap<string, number>,
): Map<number, number> {
  const row = new Map<number, number>()
  for (const [stem, counted] of context) {
    const at = column.get(stem)
    if (at !== undefined) row.set(at, (counted >= 1 ? 1 + log(counted) : counted) * (rarity.get(stem) ?? 0))
  }
  return row
}

interface Space {
  basis: Float64Array
  column: ReadonlyMap<string, number>
  rows: Float64Array
  row: ReadonlyMap<string, number>
  rarity: ReadonlyMap<string, number>
}

/** Half by the words of its explanation, half by what those words themselves are explained with. */
function chinese({ basis, column, rows, row, rarity }: Space): Vectors {
  const words: string[] = []
  const found: Float64Array[] = []
  for (const [word, context] of readCedict()) {
    const explained = sumOf(context, rarity, { vectors: basis, at: column })
    const further = sumOf(context, rarity, { vectors: rows, at: row })
    makeLengthOne(explained)
    makeLengthOne(further)
    const vector = explained.map((value, at) => value + (further[at] ?? 0))
    if (vector.every((value) => value === 0)) continue
    words.push(word)
    found.push(vector)
  }
  const numbers = new Float64Array(found.length * width)
  found.forEach((vector, at) => numbers.set(vector, at * width))
  makeLengthOne(numbers)

  return { words, numbers: asBytes(numbers) }
}

function sumOf(
  context: Counts,
  rarity: ReadonlyMap<string, number>,
  { vectors, at }: { vectors: Float64Array; at: ReadonlyMap<string, number> },
): Float64Array {
  const sum = new Float64Array(width)
  for (const [stem, counted] of context) {
    const place = at.get(stem)
    if (place === undefined) continue
    const weight = Math.min(counted, mostInGloss) * (rarity.get(stem) ?? 0)
    for (let k = 0; k < width; k += 1) sum[k]! += weight * vectors[place * width + k]!
  }
  return sum
}

function makeLengthOne(vectors: Float64Array): void {
  for (let from = 0; from < vectors.length; from += width) {
    let squares = 0
    for (let k = 0; k < width; k += 1) squares += vectors[from + k]! * vectors[from + k]!
    const length = Math.sqrt(squares) || 1
    for (let k = 0; k < width; k += 1) vectors[from + k]! /= length
  }
}

const asBytes = (vectors: Float64Array) => Int8Array.from(vectors, (value) => Math.round(value * 127))
