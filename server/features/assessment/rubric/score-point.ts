/** How much of one rubric point an answer earns, 0…1, and what it earned it with. */
import type { Occurrence, TextFeatures } from './features.js'
import { addIdea } from './features.js'
import { coverage, matchesOf, type Match, type Pool } from './pool.js'
import { findIdea, reach, type Idea, type Level, type PreparedPoint } from './prepare-question.js'
import type { PhraseHit } from './phrases.js'
import type { AnswerText } from './read-answer.js'
import { resemblesWorthless } from './worthless-clauses.js'

/** What unrelated answers cover by chance; below it nothing is earned. Measured: docs/scoring.md. */
const chanceCoverage = 0.1
/** Less than this is not worth a quotation, and a credit without one does not exist. */
const leastCredit = 0.05
/** An answer with fewer than half the distinct words of the shortest example cannot have said all of it. */
const shortAnswer = 0.5

export interface PointFinding {
  credit: number
  matches: Match[]
  /** An idea is both affirmed and denied in the answer: a person should read it. */
  contradicts: boolean
}

export function scorePoint(prepared: PreparedPoint, answer: AnswerText): PointFinding {
  const found = prepared.ideas.map((idea) => findIdea(idea, answer.read))
  const hits = found.map(({ said }) => said)
  const features = withIdeas(answer, prepared.ideas, hits)
  const worthless = resemblesWorthless(prepared, answer.clauseWords, hits.flat())
  const counts = ({ clause }: Occurrence) => !worthless.has(clause) && !answer.ignoredClauses.has(clause)

  const byIdeas = ideasFinding(prepared, features, counts)
  const byExamples = prepared.levels.map((level) => examplesFinding(level, features, counts))
  const best = byExamples.reduce((one, other) => (other.credit > one.credit ? other : one), byIdeas)

  const longEnough = Math.min(1, answer.newWords / (shortAnswer * prepared.shortest))
  const credit = Math.min(best.credit, longEnough)
  if (credit < leastCredit) return { credit: 0, matches: [], contradicts: false }

  return { credit, matches: best.matches(), contradicts: found.some(contradicts) }
}

interface Finding {
  credit: number
  matches(): Match[]
}

function ideasFinding(
  { ideas, best }: PreparedPoint,
  features: TextFeatures,
  counts: (one: Occurrence) => boolean,
): Finding {
  const found = ideas.flatMap(({ key, weight }) => {
    const occurrences = (features.words.get(key)?.occurrences ?? []).filter(counts)
    return occurrences.length > 0 ? [{ key, weight, occurrences }] : []
  })
  const total = ideas.reduce((sum, idea) => sum + idea.weight, 0)
  const covered = found.reduce((sum, { weight }) => sum + weight, 0)

  return { credit: total > 0 ? best * (covered / total) : 0, matches: () => found }
}

function examplesFinding(level: Level, features: TextFeatures, counts: (one: Occurrence) => boolean): Finding {
  const reached = Math.min(1, reach(level, features, counts) / level.full)
  const credit = level.level * Math.max(0, (reached - chanceCoverage) / (1 - chanceCoverage))

  return { credit, matches: () => matchesOf(bestPool(level, features, counts), features, counts) }
}

function bestPool({ singles, pooled }: Level, features: TextFeatures, counts: (one: Occurrence) => boolean): Pool {
  const ranked = singles.map((pool) => ({ pool, covered: coverage(pool, features, counts) }))
  return ranked.reduce(
    (one, other) => (other.covered > one.covered ? other : one),
    ranked[0] ?? { pool: pooled, covered: 0 },
  ).pool
}

function withIdeas(answer: AnswerText, ideas: readonly Idea[], hits: readonly PhraseHit[][]): TextFeatures {
  const features = { words: new Map(answer.features.words), characters: new Map(answer.features.characters) }
  ideas.forEach((idea, at) => hits[at]?.forEach((hit) => addIdea(features, idea.key, idea.rarity, hit)))

  return features
}

function contradicts({ said, denied }: { said: PhraseHit[]; denied: PhraseHit[] }): boolean {
  return said.length > 0 && denied.some(({ start }) => said.every((hit) => hit.start !== start))
}
