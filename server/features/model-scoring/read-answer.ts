/** One answer read as often as the house wants, within what a day may cost; read before, it costs nothing. */
import type { UnheardReason } from '../../../shared/contracts/second-scorer.js'
import type { Logger } from '../../log.js'
import type { Budget } from '../../ports/budget.js'
import type { Clock } from '../../ports/clock.js'
import type { ModelScorer, Reading, ReadingTask } from '../../ports/model-scorer.js'
import type { ModelScoreStore, ReadBefore, Runs } from './model-score-store.js'

export interface ModelUse {
  /** Readings of each answer. */
  runs: number
  calls: Budget
  tokens: Budget
}

export interface ReadDeps {
  modelScorer: ModelScorer
  modelUse: ModelUse
  modelScores: Pick<ModelScoreStore, 'find' | 'keep'>
  clock: Clock
  log: Pick<Logger, 'warn'>
}

export type Heard = { kind: 'heard'; runs: Runs } | { kind: 'unheard'; reason: UnheardReason }

export async function readAnswer(
  deps: ReadDeps,
  { which, task }: { which: ReadBefore; task: ReadingTask },
  signal: AbortSignal,
): Promise<Heard> {
  const before = await deps.modelScores.find(which)
  if (before) return { kind: 'heard', runs: before }

  const readings = await Promise.all(Array.from({ length: deps.modelUse.runs }, () => readOnce(deps, task, signal)))
  const failure = readings.find((reading) => reading.kind === 'failed')
  if (failure) return { kind: 'unheard', reason: failure.reason }

  const runs = readings.flatMap((reading) => (reading.kind === 'read' ? [reading.credits] : []))
  await deps.modelScores.keep(which, runs, deps.clock.now())
  return { kind: 'heard', runs }
}

type Once = Reading | { kind: 'failed'; reason: 'over-budget' }

/** The most it may cost is taken before, and what it cost beyond that afterwards: a day's limit is passed by one reading at most. */
async function readOnce(
  { modelScorer, modelUse, log }: ReadDeps,
  task: ReadingTask,
  signal: AbortSignal,
): Promise<Once> {
  if (signal.aborted) return { kind: 'failed', reason: 'late', code: 'deadline', tokens: 0 }
  const expected = modelScorer.tokensFor(task)
  const taken = await modelUse.calls.take()
  if (taken.kind === 'over' || (await modelUse.tokens.take(expected)).kind === 'over')
    return { kind: 'failed', reason: 'over-budget' }

  const reading = await modelScorer.read(task, signal)
  if (reading.tokens > expected) await modelUse.tokens.take(reading.tokens - expected)
  if (reading.kind === 'failed')
    log.warn({ reason: reading.reason, code: reading.code }, 'the model scorer was not heard')
  return reading
}
