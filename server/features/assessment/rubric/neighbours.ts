/** Words of a text that stand for a wanted word although they are not the same: near in meaning, or the same with another spelling. */
import { cosine, meaningOf } from '../reading/meaning.js'

export interface Neighbour {
  key: string
  /** 0…1: how far it stands for the wanted word. */
  worth: number
}

export interface Neighbours {
  /** The nearest first. */
  inMeaning: (wanted: string) => readonly Neighbour[]
  inSpelling: (wanted: string) => readonly Neighbour[]
}

/** Least share of common letter pairs (Dice) of two spellings of one English word, and the shortest word that is compared so. */
const sameSpelling = 0.6
const shortestSpelled = 4
/** No more are looked at: the rest would be denied or ignored as well. */
const mostNeighbours = 4

/** For a text that is compared once, as an example with its own level; answers ask the vocabulary of their question. */
export function neighboursAmong(keys: Iterable<string>, likeFrom: number): Neighbours {
  const words = [...keys]
  const spelled = words.filter(isSpelled)
  const meanings = new Map(words.flatMap((key) => [[key, meaningOf(key)] as const]))

  return {
    inMeaning: remembered((wanted) => {
      const meaning = meaningOf(wanted)
      if (!meaning) return []
      return nearest(words, (key) => {
        const other = meanings.get(key)
        return other ? byMeaning(cosine(meaning, other), likeFrom) : 0
      })
    }),
    inSpelling: remembered((wanted) => (isSpelled(wanted) ? nearest(spelled, (key) => spelling(wanted, key)) : [])),
  }
}

function remembered(find: (wanted: string) => readonly Neighbour[]): (wanted: string) => readonly Neighbour[] {
  const found = new Map<string, readonly Neighbour[]>()
  return (wanted) => {
    const before = found.get(wanted)
    if (before) return before
    const fresh = find(wanted)
    found.set(wanted, fresh)
    return fresh
  }
}

function nearest(keys: readonly string[], worthOf: (key: string) => number): Neighbour[] {
  const found: Neighbour[] = []
  for (const key of keys) {
    const worth = worthOf(key)
    if (worth > 0) found.push({ key, worth })
  }
  return nearestFirst(found)
}

export const nearestFirst = (found: Neighbour[]): Neighbour[] =>
  found.sort((one, other) => other.worth - one.worth || (one.key < other.key ? -1 : 1)).slice(0, mostNeighbours)

export const byMeaning = (cosine: number, likeFrom: number): number =>
  Math.min(1, Math.max(0, (cosine - likeFrom) / (1 - likeFrom)))

export const isSpelled = (word: string): boolean => word.length >= shortestSpelled && /^[a-z]+$/.test(word)

export function spelling(one: string, other: string): number {
  const pairs = pairsOf(one)
  const others = pairsOf(other)
  const shared = [...pairs].filter((pair) => others.has(pair)).length
  const dice = (2 * shared) / (pairs.size + others.size)
  return dice >= sameSpelling ? dice : 0
}

const pairsOf = (word: string) => new Set(Array.from({ length: word.length - 1 }, (_, at) => word.slice(at, at + 2)))
