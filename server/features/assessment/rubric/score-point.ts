/** How much of one rubric point an answer earns, 0…1, and what it earned it with. */
import type { Parameters } from '../parameters.js'
import { refusing } from '../reading/whose-act.js'
import { addIdea, type TextFeatures } from './features.js'
import { coverage, matchesOf, type Counts, type Match, type Pool } from './pool.js'
import { findIdea, reach, type Idea, type Level, type PreparedPoint } from './prepare-question.js'
import type { PhraseHit } from './phrases.js'
import type { AnswerText } from './read-answer.js'
import { resemblesWorthless } from './worthless-clauses.js'

/** Less than this is not worth a quotation, and a credit without one does not exist. */
const leastCredit = 0.1

export interface PointFinding {
  credit: number
  matches: Match[]
  /** An idea is both affirmed and denied in the answer: a person should read it. */
  contradicts: boolean
}

export function scorePoint(prepared: PreparedPoint, answer: AnswerText, parameters: Parameters): PointFinding {
  const found = prepared.ideas.map((idea) => findIdea(idea, answer.read))
  const hits = found.map(({ said }) => said)
  const features = withIdeas(answer, prepared.ideas, hits)
  const worthless = resemblesWorthless(prepared, answer.clauseWords, hits.flat())
  const counts: Counts = ({ clause }) => !worthless.has(clause) && !answer.ignoredClauses.has(clause)

  const chance = chanceOf(answer.newWords, parameters)
  const byIdeas = ideasFinding(prepared, features, counts)
  const byExamples = prepared.levels.map((level) => examplesFinding(level, { features, counts, chance }))
  const best = byExamples.reduce((one, other) => (other.credit > one.credit ? other : one), byIdeas)

  if (best.credit < leastCredit) return { credit: 0, matches: [], contradicts: false }

  return { credit: best.credit, matches: best.matches(), contradicts: found.some((idea) => contradicts(idea, answer)) }
}

interface Finding {
  credit: number
  matches(): Match[]
}

function ideasFinding({ ideas, best }: PreparedPoint, features: TextFeatures, counts: Counts): Finding {
  const found = ideas.flatMap(({ key, weight }) => {
    const occurrences = (features.words.get(key)?.occurrences ?? []).filter(counts)
    return occurrences.length > 0 ? [{ key, weight, occurrences }] : []
  })
  const total = ideas.reduce((sum, idea) => sum + idea.weight, 0)
  const covered = found.reduce((sum, { weight }) => sum + weight, 0)

  return { credit: total > 0 ? best * (covered / total) : 0, matches: () => found }
}

/** The more is said, the more of anything is covered by chance: below that nothing is earned. */
function chanceOf(newWords: number, { chance, chanceHalf }: Parameters): number {
  return (chance * newWords) / (newWords + chanceHalf)
}

interface Said {
  features: TextFeatures
  counts: Counts
  chance: number
}

function examplesFinding(level: Level, { features, counts, chance }: Said): Finding {
  const reached = level.full > 0 ? Math.min(1, reach(level, features, counts) / level.full) : 0
  const credit = level.level * Math.max(0, (reached - chance) / (1 - chance))

  return { credit, matches: () => matchesOf(bestPool(level, features, counts), features, counts) }
}

function bestPool({ singles, pooled }: Level, features: TextFeatures, counts: Counts): Pool {
  const ranked = singles.map((pool) => ({ pool, covered: coverage(pool, features, counts) }))
  return ranked.reduce(
    (one, other) => (other.covered > one.covered ? other : one),
    ranked[0] ?? { pool: pooled, covered: 0 },
  ).pool
}

function withIdeas(answer: AnswerText, ideas: readonly Idea[], hits: readonly PhraseHit[][]): TextFeatures {
  const { words, characters, neighbours } = answer.features
  const features = { words: new Map(words), characters: new Map(characters), neighbours }
  ideas.forEach((idea, at) => hits[at]?.forEach((hit) => addIdea(features, idea.key, idea.rarity, hit)))

  return features
}

/** The very act is promised in one place and refused in another. */
function contradicts({ said, denied }: { said: PhraseHit[]; denied: PhraseHit[] }, { read }: AnswerText): boolean {
  const refused = denied.filter(({ clause, start }) => {
    const from = read.clauses[clause]?.start ?? 0
    return refusing.test(read.text.slice(from, start)) && said.every((hit) => hit.start !== start)
  })
  const text = ({ start, end }: PhraseHit) => read.text.slice(start, end)
  return refused.some((one) => said.some((other) => other.clause !== one.clause && text(one) === text(other)))
}
