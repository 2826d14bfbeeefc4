/**
 * npm run bench:scoring -- file.csv [more.csv] : how well the rules scorer agrees with human scores, beside two baselines
 * in the same run. What the figures mean: docs/scoring.md.
 */
import { basename } from 'node:path'
import {
  correlation,
  interval,
  pearson,
  seededRandom,
  tellingQuestions,
  withinQuestion,
  type Interval,
  type Pair,
} from './scoring/agreement.js'
import { readScoredAnswers, type ScoredAnswer } from './scoring/read-scored-answers.js'
import { logLength, rules, tfIdfCosine, type Way } from './scoring/ways.js'

const seed = 20261122
const rounds = 1000
const ways: readonly Way[] = [rules, logLength, tfIdfCosine]

function main(files: readonly string[]): void {
  if (files.length === 0) throw new Error('usage: npm run bench:scoring -- file.csv [more.csv]')

  console.log(
    `bench:scoring ${new Date().toISOString().slice(0, 10)} · seed ${seed} · bootstrap ${rounds} rounds, 95 % interval`,
  )
  for (const file of files) report(basename(file), readScoredAnswers(file))
}

function report(name: string, rows: readonly ScoredAnswer[]): void {
  const questions = new Set(rows.map(({ questionId }) => questionId)).size
  const telling = tellingQuestions(
    pairsOf(
      rows,
      rows.map(({ human }) => human),
    ),
  )
  console.log(
    `\n${name}: ${rows.length} answers, ${questions} questions (${telling} with 3 answers and differing human scores)`,
  )
  console.log(line('', 'Pearson overall', 'within question', 'r with length'))
  for (const way of ways) measure(way, rows)
  console.log(`rules scorer: ${msPerAnswer(rows).toFixed(2)} ms an answer, warm`)
}

function msPerAnswer(rows: readonly ScoredAnswer[]): number {
  const startedAt = performance.now()
  rules.score(rows)
  return (performance.now() - startedAt) / rows.length
}

function measure(way: Way, rows: readonly ScoredAnswer[]): void {
  const scores = way.score(rows)
  const pairs = pairsOf(rows, scores)
  const overall = interval(pairs, pearson, { rounds, random: seededRandom(seed) })
  const within = interval(pairs, withinQuestion, { rounds, random: seededRandom(seed) })
  const withLength = correlation(
    scores,
    rows.map(({ answer }) => answer.length),
  )

  console.log(line(way.name, shown(overall), shown(within), withLength.toFixed(3)))
}

function pairsOf(rows: readonly ScoredAnswer[], scores: readonly number[]): Pair[] {
  return rows.map(({ questionId, human }, at) => ({ questionId, human, score: scores[at] ?? 0 }))
}

const shown = ({ value, low, high }: Interval) => `${value.toFixed(3)} [${low.toFixed(3)}, ${high.toFixed(3)}]`

const line = (name: string, ...cells: string[]) =>
  [name.padEnd(22), ...cells.map((cell) => cell.padEnd(24))].join('').trimEnd()

try {
  main(process.argv.slice(2))
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
