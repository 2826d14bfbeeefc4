/**
 * npm run bench:scoring -- [--left-out] file.csv [more.csv] : how well the rules scorer agrees with human scores, beside two baselines
 * in the same run. `--left-out` also chooses parameters without the question that is measured. `--own-set` takes the set over the five
 * posts, both halves; `--own-set=tuned` only the half that may be looked at. What the figures mean: docs/scoring.md.
 */
import { basename } from 'node:path'
import { ensureWordVectors } from '../word-vectors/ensure.js'
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
import { grid, leaveQuestionsOut, scoredByAll } from './scoring/left-out.js'
import { bestCuts, confusion, humanLevels, macroF1, quadraticKappa } from './scoring/levels.js'
import { reportOwnSet } from './scoring/own-set.js'
import { readScoredAnswers, type ScoredAnswer } from './scoring/read-scored-answers.js'
import { assessed, logLength, rules, tfIdfCosine, type Way } from './scoring/ways.js'

const seed = 20261122
const rounds = 1000
const ways: readonly Way[] = [rules, logLength, tfIdfCosine]

function main(args: readonly string[]): void {
  const files = args.filter((arg) => !arg.startsWith('--'))
  const ownSet = args.find((arg) => arg.startsWith('--own-set'))
  if (files.length === 0 && !ownSet)
    throw new Error('usage: npm run bench:scoring -- [--own-set[=tuned]] [--left-out] [file.csv …]')
  ensureWordVectors()

  console.log(
    `bench:scoring ${new Date().toISOString().slice(0, 10)} · seed ${seed} · bootstrap ${rounds} rounds, 95 % interval`,
  )
  const read = files.map((file) => ({ name: basename(file), rows: readScoredAnswers(file) }))
  for (const { name, rows } of read) report(name, rows)
  if (args.includes('--left-out')) reportLeftOut(read)
  if (ownSet) reportOwnSet(ownSet === '--own-set=tuned' ? ['tuned'] : ['tuned', 'kept-apart'])
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
  console.log(line('', 'Pearson overall', 'within question', 'r with length', 'kappa', 'macro-F1'))
  for (const way of ways) measure(way, rows)
  const before = process.cpuUsage()
  const scores = assessed(rows)
  const { user, system } = process.cpuUsage(before)
  const each = (user + system) / 1000 / rows.length
  console.log(
    `rules scorer: ${each.toFixed(2)} ms of processor time an answer, warm · to a person: ${toPerson(scores)}`,
  )
}

/** By reason, so that a gate that closes too often is seen. */
function toPerson(scores: ReturnType<typeof assessed>): string {
  const counts = new Map<string, number>()
  for (const { status, reason, flags } of scores) {
    const why = status === 'scored' ? flags : [`${status} ${reason}`]
    for (const one of why) counts.set(one, (counts.get(one) ?? 0) + 1)
  }
  const share = scores.filter(({ status, flags }) => status !== 'scored' || flags.length > 0).length / scores.length
  return [`${(share * 100).toFixed(1)} %`, ...[...counts].map(([why, count]) => `${why} ${count}`)].join(', ')
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
  const { of, count } = humanLevels(rows.map(({ human }) => human))
  const most = Math.max(...scores) || 1
  const graded = pairs.map(({ human, score }) => ({ human, score: score / most }))
  const table = confusion(graded, of, bestCuts(graded, of, count))

  console.log(
    line(
      way.name,
      shown(overall),
      shown(within),
      withLength.toFixed(3),
      quadraticKappa(table).toFixed(3),
      macroF1(table).toFixed(3),
    ),
  )
}

function reportLeftOut(files: readonly { name: string; rows: readonly ScoredAnswer[] }[]): void {
  const sets = grid()
  const found = leaveQuestionsOut(files.map(({ name, rows }) => scoredByAll(name, rows, sets)))
  console.log(`\nchosen among ${sets.length} sets of parameters (overall / within question)`)
  console.log(line('', 'on the same questions', 'question left out', 'chosen'))
  for (const { name, same, leftOut, chosen } of found) {
    const [most = 0] = [...chosen].sort((one, other) => other[1] - one[1])[0] ?? []
    const { questionWords, meaning, likeFrom, chance } = sets[most] ?? {}
    console.log(
      line(
        name,
        slashed(same),
        slashed(leftOut),
        `${chosen.get(most)}×: ${JSON.stringify({ questionWords, meaning, likeFrom, chance })}`,
      ),
    )
  }
}

const slashed = (values: readonly number[]) => values.map((value) => value.toFixed(3)).join(' / ')

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
