/**
 * Parameters chosen without the question they are measured on: for each question, the set that is best on all others of all files
 * together. Beside it what the same search finds when it may look at the question, so that the loss is seen.
 */
import { built, type Parameters } from '../../../server/features/assessment/parameters.js'
import { pearson, withinQuestion, type Pair } from '../../../server/statistics/agreement.js'
import type { ScoredAnswer } from './read-scored-answers.js'
import { assessed } from './ways.js'

const tried = {
  questionWords: [0.1, 0.2, 0.4],
  meaning: [0, 1],
  likeFrom: [0.4],
  chance: [0, 0.2],
}

export function grid(): Parameters[] {
  const sets = tried.questionWords.flatMap((questionWords) =>
    tried.meaning.flatMap((meaning) =>
      (meaning === 0 ? [built.likeFrom] : tried.likeFrom).flatMap((likeFrom) =>
        tried.chance.map((chance) => ({ ...built, questionWords, meaning, likeFrom, chance })),
      ),
    ),
  )
  return sets
}

export interface FileScores {
  name: string
  /** One list of pairs for each set of the grid, always in the same order. */
  bySet: Pair[][]
}

export function scoredByAll(name: string, rows: readonly ScoredAnswer[], sets: readonly Parameters[]): FileScores {
  return {
    name,
    bySet: sets.map((set) =>
      assessed(rows, set).map(({ share }, at) => ({
        questionId: rows[at]?.questionId ?? '',
        human: rows[at]?.human ?? 0,
        score: share ?? 0,
      })),
    ),
  }
}

/** What a set is worth: over all answers and inside questions alike, every file alike. */
function worth(files: readonly FileScores[], set: number, leftOut?: { file: FileScores; questionId: string }): number {
  const values = files.map((file) => {
    const pairs = (file.bySet[set] ?? []).filter(
      (pair) => leftOut?.file !== file || pair.questionId !== leftOut.questionId,
    )
    return (pearson(pairs) + withinQuestion(pairs)) / 2
  })
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

function best(count: number, worthOf: (set: number) => number): number {
  const values = Array.from({ length: count }, (_, set) => worthOf(set))
  return values.indexOf(Math.max(...values))
}

export interface LeftOut {
  name: string
  /** Overall and within question. */
  same: [number, number]
  leftOut: [number, number]
  /** How often each set was chosen. */
  chosen: Map<number, number>
}

export function leaveQuestionsOut(files: readonly FileScores[]): LeftOut[] {
  const count = files[0]?.bySet.length ?? 0
  const whole = files.map((file) => worthTable(file, count))
  return files.map((file, at) => {
    const own = best(count, (set) => whole[at]?.[set] ?? 0)
    const chosen = new Map<number, number>()
    const pairs = [...new Set(file.bySet[0]?.map(({ questionId }) => questionId))].flatMap((questionId) => {
      const set = best(count, (one) => {
        const others = whole.filter((_, other) => other !== at).reduce((sum, table) => sum + (table[one] ?? 0), 0)
        return others + worth([file], one, { file, questionId })
      })
      chosen.set(set, (chosen.get(set) ?? 0) + 1)
      return (file.bySet[set] ?? []).filter((pair) => pair.questionId === questionId)
    })
    return { name: file.name, same: figures(file.bySet[own] ?? []), leftOut: figures(pairs), chosen }
  })
}

const worthTable = (file: FileScores, count: number) => Array.from({ length: count }, (_, set) => worth([file], set))

const figures = (pairs: readonly Pair[]): [number, number] => [pearson(pairs), withinQuestion(pairs)]
