/** What one or several example phrasings say, weighted; and how much of it an answer covers. */
import type { Polarity } from '../reading/polarity.js'
import type { Feature, FeatureMap, Occurrence, TextFeatures } from './features.js'

/** Words that already stand in the question: measured, docs/scoring.md. */
export const questionWordWeight = 0.2
const questionShare = 0.25

interface Wanted {
  key: string
  weight: number
  /** Under which polarity the examples say it. */
  accepts: ReadonlySet<Polarity>
}

export interface Pool {
  words: Wanted[]
  characters: Wanted[]
}

export interface Match {
  key: string
  weight: number
  occurrences: Occurrence[]
}

export function poolOf(examples: readonly TextFeatures[], question: TextFeatures): Pool {
  return {
    words: wantedOf(
      examples.map((example) => example.words),
      question.words,
    ),
    characters: wantedOf(
      examples.map((example) => example.characters),
      question.characters,
    ),
  }
}

/** A feature counts once per example that has it. */
function wantedOf(examples: readonly FeatureMap[], question: FeatureMap): Wanted[] {
  const wanted = new Map<string, { weight: number; accepts: Set<Polarity> }>()
  const ofQuestion = questionWeight(examples, question)
  for (const example of examples) {
    for (const [key, feature] of example) {
      const entry = wanted.get(key) ?? { weight: 0, accepts: new Set() }
      entry.weight += feature.rarity * (question.has(key) ? ofQuestion : 1)
      for (const polarity of acceptedFor(feature)) entry.accepts.add(polarity)
      wanted.set(key, entry)
    }
  }

  return [...wanted].map(([key, { weight, accepts }]) => ({ key, weight, accepts }))
}

/** A phrasing that repeats a long question must not consist of it: together these words weigh at most `questionShare` of the rest. */
function questionWeight(examples: readonly FeatureMap[], question: FeatureMap): number {
  let asked = 0
  let fresh = 0
  for (const [key, { rarity }] of examples.flatMap((example) => [...example])) {
    if (question.has(key)) asked += rarity
    else fresh += rarity
  }
  return fresh > 0 && asked > 0 ? Math.min(questionWordWeight, (questionShare * fresh) / asked) : questionWordWeight
}

function acceptedFor(feature: Feature): Polarity[] {
  return feature.occurrences.flatMap(({ polarity }): Polarity[] => {
    if (polarity === 'beside') return ['plain', 'beside', 'negated']
    return [polarity, 'beside']
  })
}

/** Words and characters count alike: the mean of the two coverages. */
export function coverage(pool: Pool, answer: TextFeatures, counts: (occurrence: Occurrence) => boolean): number {
  return (shareOf(pool.words, answer.words, counts) + shareOf(pool.characters, answer.characters, counts)) / 2
}

function shareOf(wanted: readonly Wanted[], answer: FeatureMap, counts: (occurrence: Occurrence) => boolean): number {
  let covered = 0
  let total = 0
  for (const { key, weight, accepts } of wanted) {
    total += weight
    if (answer.get(key)?.occurrences.some((occurrence) => accepts.has(occurrence.polarity) && counts(occurrence)))
      covered += weight
  }
  return total > 0 ? covered / total : 0
}

export function matchesOf(pool: Pool, answer: TextFeatures, counts: (occurrence: Occurrence) => boolean): Match[] {
  const within = (wanted: readonly Wanted[], found: FeatureMap) =>
    wanted.flatMap(({ key, weight, accepts }) => {
      const occurrences = (found.get(key)?.occurrences ?? []).filter((one) => accepts.has(one.polarity) && counts(one))
      return occurrences.length > 0 ? [{ key, weight, occurrences }] : []
    })

  return [...within(pool.words, answer.words), ...within(pool.characters, answer.characters)]
}
