/** Everything of a question that does not depend on the answer, worked out once. */
import type { ExamplePhrasing, Question, RubricPoint } from '../../../../shared/contracts/question-bank.js'
import { built, type Parameters } from '../parameters.js'
import { languages } from '../../../../shared/contracts/text.js'
import { normalise } from '../reading/normalise.js'
import { distinctNewWords, readText, type ReadText } from '../reading/read-text.js'
import { writtenIn, type WrittenIn } from '../reading/language.js'
import { addIdea, featuresOf, ideaKey, wordsOutside, type TextFeatures } from './features.js'
import { earns, findPhrase, preparePhrase, type Phrase, type PhraseHit } from './phrases.js'
import { Vocabulary } from './vocabulary.js'
import { coverage, poolOf, type Counts, type Pool } from './pool.js'

export interface Idea {
  key: string
  phrases: Phrase[]
  rarity: number
  weight: number
}

/** The example phrasings of one level. */
export interface Level {
  level: number
  singles: Pool[]
  pooled: Pool
  /** What the weakest example of the level covers of its own level: from here on the level is reached. */
  full: number
}

export interface PreparedPoint {
  point: RubricPoint
  ideas: Idea[]
  levels: Level[]
  /** Best level among the examples: what all ideas together earn. */
  best: number
  /** Features of the examples that must not earn, and of those that do, to tell their clauses apart. */
  worthless: TextFeatures[]
  worthwhile: TextFeatures[]
  /** Distinct words beyond the question's in the shortest example of the best level. */
  shortest: number
}

export interface PreparedQuestion {
  question: Question
  stems: ReadText[]
  points: PreparedPoint[]
  languages: ReadonlySet<WrittenIn>
  parameters: Parameters
  /** Every telling word of the question and of what its points want. */
  vocabulary: Vocabulary
  /** All terms of the synonym groups, normalised, longest first. */
  terms: readonly string[]
}

const prepared = new WeakMap<Question, PreparedQuestion>()

/** A question is never changed in place: a new rubric is a new object. */
export function prepareQuestion(question: Question, parameters: Parameters = built): PreparedQuestion {
  const known = prepared.get(question)
  if (known?.parameters === parameters) return known

  const stems = languages.map((language) => readText(question.stem[language]))
  const fresh = {
    question,
    stems,
    points: question.points.map((point) => preparePoint(point, stems, parameters)),
    languages: languagesOf(question),
    parameters,
    vocabulary: vocabularyOf(question, stems),
    terms: termsOf(question),
  }
  prepared.set(question, fresh)
  return fresh
}

function preparePoint(point: RubricPoint, stems: readonly ReadText[], parameters: Parameters): PreparedPoint {
  const ideas = point.synonymGroups.map((group, at) => prepareIdea(group, at, stems, parameters))
  const stemFeatures = mergedFeatures(stems, ideas, parameters)
  const read = (examples: readonly ExamplePhrasing[]) =>
    examples.map(({ text }) => readExample(text, ideas, parameters))
  const earning = point.examples.filter(({ level }) => level > 0)
  const best = Math.max(0, ...earning.map(({ level }) => level))
  const levels = [...new Set(earning.map(({ level }) => level))].sort((one, other) => other - one)

  return {
    point,
    ideas,
    levels: levels.map((level) =>
      prepareLevel(level, read(earning.filter((one) => one.level === level)), { stem: stemFeatures, parameters }),
    ),
    best,
    worthless: asWritten(
      point.examples.filter(({ level }) => level === 0),
      parameters,
    ),
    worthwhile: asWritten(earning, parameters),
    shortest: Math.min(
      ...earning.filter(({ level }) => level === best).map(({ text }) => distinctNewWords(readText(text).words, stems)),
    ),
  }
}

function asWritten(examples: readonly ExamplePhrasing[], { likeFrom }: Parameters): TextFeatures[] {
  return examples.map(({ text }) => featuresOf(readText(text).words, likeFrom))
}

function prepareIdea(
  group: readonly string[],
  at: number,
  stems: readonly ReadText[],
  { questionWords }: Parameters,
): Idea {
  const phrases = group.map(preparePhrase)
  const rarity = phrases.reduce((sum, phrase) => sum + phrase.rarity, 0) / Math.max(1, phrases.length)
  const asked = stems.some((stem) => phrases.some((phrase) => findPhrase(phrase, stem).length > 0))

  return { key: ideaKey(at), phrases, rarity, weight: rarity * (asked ? questionWords : 1) }
}

function prepareLevel(
  level: number,
  examples: readonly TextFeatures[],
  { stem, parameters }: { stem: TextFeatures; parameters: Parameters },
): Level {
  const singles = examples.map((example) => poolOf([example], stem, parameters))
  const pooled = poolOf(examples, stem, parameters)
  const full = Math.min(...examples.map((example) => reach({ singles, pooled }, example)))

  return { level, singles, pooled, full }
}

/** Half the best single phrasing, half all of them together. */
export function reach(
  { singles, pooled }: Pick<Level, 'singles' | 'pooled'>,
  answer: TextFeatures,
  counts: Counts = everything,
): number {
  const best = Math.max(...singles.map((single) => coverage(single, answer, counts)))
  return (best + coverage(pooled, answer, counts)) / 2
}

const everything: Counts = () => true

function readExample(text: string, ideas: readonly Idea[], { likeFrom }: Parameters): TextFeatures {
  const read = readText(text)
  const hits = ideas.map((idea) => hitsOf(idea, read))
  const features = featuresOf(wordsOutside(read, hits.flat()), likeFrom)
  ideas.forEach((idea, at) => hits[at]?.forEach((hit) => addIdea(features, idea.key, idea.rarity, hit)))

  return features
}

/** Where a text says an idea, in the polarity the idea wants. */
function hitsOf(idea: Idea, text: ReadText): PhraseHit[] {
  return findIdea(idea, text).said
}

/** `denied`: where it says of something wanted that it is not done. */
export function findIdea({ phrases }: Idea, text: ReadText): { said: PhraseHit[]; denied: PhraseHit[] } {
  const said: PhraseHit[] = []
  const denied: PhraseHit[] = []
  for (const phrase of phrases) {
    for (const hit of findPhrase(phrase, text)) {
      if (earns(phrase, hit)) said.push(hit)
      else if (phrase.wants === 'done') denied.push(hit)
    }
  }
  return { said, denied }
}

function mergedFeatures(texts: readonly ReadText[], ideas: readonly Idea[], { likeFrom }: Parameters): TextFeatures {
  const features = featuresOf(
    texts.flatMap((text) => text.words),
    likeFrom,
  )
  for (const text of texts) {
    for (const idea of ideas) hitsOf(idea, text).forEach((hit) => addIdea(features, idea.key, idea.rarity, hit))
  }
  return features
}

/** Which languages the examples are written in, however short each of them is. */
function languagesOf({ points }: Question): Set<WrittenIn> {
  const texts = points.flatMap((point) => point.examples.map(({ text }) => text))
  return new Set(texts.map((text) => (/\p{Script=Han}/u.test(text) ? writtenIn(text) : lettersOf(text))))
}

const lettersOf = (text: string): WrittenIn => (/\p{Script=Latin}/u.test(text) ? 'en' : writtenIn(text))

function vocabularyOf({ points }: Question, stems: readonly ReadText[]): Vocabulary {
  const texts = points.flatMap(({ synonymGroups, examples }) => [
    ...synonymGroups.flat(),
    ...examples.map(({ text }) => text),
  ])
  const words = [...stems, ...texts.map(readText)].flatMap((text) => text.words)
  return new Vocabulary(words.filter(({ rarity }) => rarity > 0).map(({ key }) => key))
}

function termsOf({ points }: Question): string[] {
  const terms = new Set(points.flatMap((point) => point.synonymGroups.flat().map((term) => normalise(term).text)))
  return [...terms].sort((one, other) => other.length - one.length)
}
