/**
 * What is compared between a rubric and an answer: words, single characters and ideas (synonym groups). Characters forgive
 * paraphrase and segmentation, words are sharper on facts, ideas let one wording stand for another.
 */
import type { Polarity } from '../reading/polarity.js'
import { charactersOf, type ReadText, type Word } from '../reading/read-text.js'
import { characterRarity } from '../reading/rarity.js'
import type { Neighbours } from './neighbours.js'
import type { PhraseHit } from './phrases.js'

/** Where a feature stands in a text. */
export interface Occurrence {
  clause: number
  polarity: Polarity
  start: number
  end: number
}

export interface Feature {
  rarity: number
  occurrences: Occurrence[]
}

export type FeatureMap = Map<string, Feature>

/** The words and characters of a text. */
export interface Written {
  words: FeatureMap
  characters: FeatureMap
}

export interface TextFeatures extends Written {
  /** Which of the words stand for another one. */
  neighbours: Neighbours
}

export function featuresOf(words: readonly Word[]): Written {
  const found = { words: new Map<string, Feature>(), characters: new Map<string, Feature>() }
  for (const word of words) {
    const { clause, polarity, start, end } = word
    add(found.words, word.key, word.rarity, { clause, polarity, start, end })
    for (const character of charactersOf(word)) {
      add(found.characters, character, characterRarity(character), { clause, polarity, start, end })
    }
  }
  return found
}

export const ideaKey = (group: number) => `#${group}`

/** A hit was already judged by what its phrase wants ("不透露" wants a negation), so the idea itself is plainly there. */
export function addIdea(found: Written, key: string, rarity: number, { clause, start, end }: PhraseHit): void {
  add(found.words, key, rarity, { clause, polarity: 'plain', start, end })
  add(found.characters, key, rarity, { clause, polarity: 'plain', start, end })
}

export function wordsOutside(text: ReadText, hits: readonly PhraseHit[]): Word[] {
  return text.words.filter((word) => !hits.some((hit) => word.start < hit.end && word.end > hit.start))
}

function add(map: FeatureMap, key: string, rarity: number, occurrence: Occurrence): void {
  if (rarity <= 0) return
  const feature = map.get(key)
  if (feature) feature.occurrences.push(occurrence)
  else map.set(key, { rarity, occurrences: [occurrence] })
}
