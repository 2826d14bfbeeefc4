/** What one or several example phrasings say, weighted; and how much of it an answer covers. */
import type { Parameters } from '../parameters.js'
import type { Polarity } from '../reading/polarity.js'
import type { Feature, FeatureMap, Occurrence, TextFeatures, Written } from './features.js'
import type { Neighbour } from './neighbours.js'

interface Wanted {
  key: string
  weight: number
  /** Under which polarity the examples say it. */
  accepts: ReadonlySet<Polarity>
}

export interface Pool {
  words: Wanted[]
  characters: Wanted[]
  /** All together. */
  weightOf: { words: number; characters: number }
  parameters: Parameters
}

export interface Match {
  key: string
  weight: number
  occurrences: Occurrence[]
}

/** Which occurrences may earn: not those in clauses that are ignored. */
export type Counts = (occurrence: Occurrence) => boolean

export function poolOf(examples: readonly Written[], question: Written, parameters: Parameters): Pool {
  const wanted = (kind: 'words' | 'characters') =>
    wantedOf(
      examples.map((example) => example[kind]),
      question[kind],
      parameters,
    )
  const [words, characters] = [wanted('words'), wanted('characters')]
  return { words, characters, weightOf: { words: weightOf(words), characters: weightOf(characters) }, parameters }
}

const weightOf = (wanted: readonly Wanted[]) => wanted.reduce((sum, { weight }) => sum + weight, 0)

/** A feature counts once per example that has it. */
function wantedOf(examples: readonly FeatureMap[], question: FeatureMap, parameters: Parameters): Wanted[] {
  const wanted = new Map<string, { weight: number; accepts: Set<Polarity> }>()
  const ofQuestion = questionWeight(examples, question, parameters)
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
function questionWeight(
  examples: readonly FeatureMap[],
  question: FeatureMap,
  { questionWords, questionShare }: Parameters,
): number {
  let asked = 0
  let fresh = 0
  for (const [key, { rarity }] of examples.flatMap((example) => [...example])) {
    if (question.has(key)) asked += rarity
    else fresh += rarity
  }
  return fresh > 0 && asked > 0 ? Math.min(questionWords, (questionShare * fresh) / asked) : questionWords
}

function acceptedFor(feature: Feature): Polarity[] {
  return feature.occurrences.flatMap(({ polarity }): Polarity[] => {
    if (polarity === 'beside') return ['plain', 'beside', 'negated']
    return [polarity, 'beside']
  })
}

interface Found {
  wanted: Wanted
  /** 1 for the thing itself, less for what only stands for it. */
  worth: number
  occurrences: Occurrence[]
}

/** The mean of three coverages: by words, by single characters, and by words or what is near them in meaning. */
export function coverage(pool: Pool, answer: TextFeatures, counts: Counts): number {
  const { meaning } = pool.parameters
  const { exact, meant } = coveredWords(pool, answer, counts)
  const spelled = coveredCharacters(pool, answer, counts)
  return meaning === 0 ? (exact + spelled) / 2 : (exact + spelled + meaning * meant) / (2 + meaning)
}

function coveredWords({ words, weightOf }: Pool, answer: TextFeatures, counts: Counts) {
  let exact = 0
  let meant = 0
  for (const wanted of words) {
    if (isAccepted(wanted, answer.words.get(wanted.key), counts)) {
      exact += wanted.weight
      meant += wanted.weight
    } else meant += nearWorth(wanted, answer.words, counts, answer.neighbours.inMeaning) * wanted.weight
  }
  const all = weightOf.words
  return all > 0 ? { exact: exact / all, meant: meant / all } : { exact: 0, meant: 0 }
}

function coveredCharacters({ characters, weightOf }: Pool, answer: TextFeatures, counts: Counts): number {
  let covered = 0
  for (const wanted of characters) {
    if (isAccepted(wanted, answer.characters.get(wanted.key), counts)) covered += wanted.weight
    else covered += nearWorth(wanted, answer.characters, counts, answer.neighbours.inSpelling) * wanted.weight
  }
  return weightOf.characters > 0 ? covered / weightOf.characters : 0
}

function nearWorth(wanted: Wanted, answer: FeatureMap, counts: Counts, near: Near): number {
  for (const { key, worth } of near(wanted.key)) if (isAccepted(wanted, answer.get(key), counts)) return worth
  return 0
}

const isAccepted = ({ accepts }: Wanted, feature: Feature | undefined, counts: Counts): boolean =>
  feature?.occurrences.some((one) => accepts.has(one.polarity) && counts(one)) ?? false

type Near = (key: string) => readonly Neighbour[]

const inWords = (wanted: readonly Wanted[], answer: TextFeatures, counts: Counts, near: Near) =>
  findAll(wanted, answer.words, counts, near)

const inCharacters = (wanted: readonly Wanted[], answer: TextFeatures, counts: Counts) =>
  findAll(wanted, answer.characters, counts, answer.neighbours.inSpelling)

function findAll(wanted: readonly Wanted[], answer: FeatureMap, counts: Counts, near: Near): Found[] {
  return wanted.flatMap((one): Found[] => {
    const itself = accepted(one, answer.get(one.key), counts)
    if (itself.length > 0) return [{ wanted: one, worth: 1, occurrences: itself }]
    for (const { key, worth } of near(one.key)) {
      const occurrences = accepted(one, answer.get(key), counts)
      if (occurrences.length > 0) return [{ wanted: one, worth, occurrences }]
    }
    return []
  })
}

function accepted({ accepts }: Wanted, feature: Feature | undefined, counts: Counts): Occurrence[] {
  return feature ? feature.occurrences.filter((one) => accepts.has(one.polarity) && counts(one)) : []
}

export function matchesOf({ words, characters }: Pool, answer: TextFeatures, counts: Counts): Match[] {
  return [
    ...inWords(words, answer, counts, answer.neighbours.inMeaning),
    ...inCharacters(characters, answer, counts),
  ].map(({ wanted: { key, weight }, worth, occurrences }) => ({ key, weight: weight * worth, occurrences }))
}
