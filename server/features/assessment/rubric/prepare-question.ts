/** Everything of a question that does not depend on the answer, worked out once. */
import type { ExamplePhrasing, Question, RubricPoint } from '../../../../shared/contracts/question-bank.js'
import { built, type Parameters } from '../parameters.js'
import { languages } from '../../../../shared/contracts/text.js'
import { normalise } from '../reading/normalise.js'
import { distinctNewWords, readText, type ReadText } from '../reading/read-text.js'
import { writtenIn, type WrittenIn } from '../reading/language.js'
import { addIdea, featuresOf, ideaKey, wordsOutside, type TextFeatures, type Written } from './features.js'
import { neighboursAmong } from './neighbours.js'
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
  worthless: Written[]
  worthwhile: Written[]
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

/** What all parts of one question are prepared with. An example is read once, however many of them need it. */
interface Preparing {
  parameters: Parameters
  stems: readonly ReadText[]
  read: (text: string) => ReadText
}

/** A question is never changed in place: a new rubric is a new object. */
export function prepareQuestion(question: Question, parameters: Parameters = built): PreparedQuestion {
  const known = prepared.get(question)
  if (known?.parameters === parameters) return known

  const read = readingOnce()
  const stems = languages.map((language) => read(question.stem[language]))
  const preparing = { parameters, stems, read }
  const fresh = {
    question,
    stems,
    points: question.points.map((point) => preparePoint(point, preparing)),
    languages: languagesOf(question),
    parameters,
    vocabulary: vocabularyOf(question, preparing),
    terms: termsOf(question),
  }
  prepared.set(question, fresh)
  return fresh
}

function readingOnce(): Preparing['read'] {
  const texts = new Map<string, ReadText>()
  return (text) => {
    const known = texts.get(text) ?? readText(text)
    texts.set(text, known)
    return known
  }
}

function preparePoint(point: RubricPoint, preparing: Preparing): PreparedPoint {
  const { stems, read } = preparing
  const ideas = point.synonymGroups.map((group, at) => prepareIdea(group, at, preparing))
  const stem = withIdeasOf(stems, ideas)
  const asWritten = (examples: readonly ExamplePhrasing[]) => examples.map(({ text }) => featuresOf(read(text).words))
  const earning = point.examples.filter(({ level }) => level > 0)
  const best = Math.max(0, ...earning.map(({ level }) => level))
  const levels = [...new Set(earning.map(({ level }) => level))].sort((one, other) => other - one)

  return {
    point,
    ideas,
    levels: levels.map((level) =>
      prepareLevel(
        level,
        earning.filter((one) => one.level === level).map(({ text }) => exampleFeatures(text, ideas, preparing)),
        { stem, parameters: preparing.parameters },
      ),
    ),
    best,
    worthless: asWritten(point.examples.filter(({ level }) => level === 0)),
    worthwhile: asWritten(earning),
    shortest: Math.min(
      ...earning.filter(({ level }) => level === best).map(({ text }) => distinctNewWords(read(text).words, stems)),
    ),
  }
}

function prepareIdea(group: readonly string[], at: number, { stems, parameters }: Preparing): Idea {
  const phrases = group.map(preparePhrase)
  const rarity = phrases.reduce((sum, phrase) => sum + phrase.rarity, 0) / Math.max(1, phrases.length)
  const asked = stems.some((stem) => phrases.some((phrase) => findPhrase(phrase, stem).length > 0))

  return { key: ideaKey(at), phrases, rarity, weight: rarity * (asked ? parameters.questionWords : 1) }
}

function prepareLevel(
  level: number,
  examples: readonly TextFeatures[],
  { stem, parameters }: { stem: Written; parameters: Parameters },
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

function exampleFeatures(text: string, ideas: readonly Idea[], { read, parameters }: Preparing): TextFeatures {
  const example = read(text)
  const hits = ideas.map((idea) => hitsOf(idea, example))
  const written = featuresOf(wordsOutside(example, hits.flat()))
  const neighbours = neighboursAmong([...written.words.keys()], parameters.likeFrom)
  ideas.forEach((idea, at) => hits[at]?.forEach((hit) => addIdea(written, idea.key, idea.rarity, hit)))

  return { ...written, neighbours }
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

function withIdeasOf(texts: readonly ReadText[], ideas: readonly Idea[]): Written {
  const features = featuresOf(texts.flatMap((text) => text.words))
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

function vocabularyOf({ points }: Question, { stems, read, parameters }: Preparing): Vocabulary {
  const texts = points.flatMap(({ synonymGroups, examples }) => [
    ...synonymGroups.flat(),
    ...examples.map(({ text }) => text),
  ])
  const words = [...stems, ...texts.map(read)].flatMap((text) => text.words)
  const telling = words.filter(({ rarity }) => rarity > 0)
  return new Vocabulary(
    telling.map(({ key }) => key),
    parameters.likeFrom,
  )
}

function termsOf({ points }: Question): string[] {
  const terms = new Set(points.flatMap((point) => point.synonymGroups.flat().map((term) => normalise(term).text)))
  return [...terms].sort((one, other) => other.length - one.length)
}
