/**
 * Scores interviews in a thread of its own, so that requests need not wait for it (ADR 019). The thread starts when it is first
 * needed. One that fails or takes too long costs the interview it had that one attempt; another thread goes on with the rest.
 */
import type { Worker } from 'node:worker_threads'
import type { Assessment } from '../../../../shared/contracts/assessment.js'
import type { InterviewById } from '../with-bank.js'
import type { Bilingual } from '../../../../shared/contracts/text.js'
import type { BankVersion, SaidTo } from './messages.js'
import { ScoringThread, type Limits } from './scoring-thread.js'
import { startWorker } from './start-worker.js'

export interface Scorer {
  /** The same bytes as `assessInterview` gives. */
  assess(version: BankVersion, interview: InterviewById): Promise<Assessment>
  /** Starts the thread if there is none, and works out what of a question does not depend on the answer. */
  makeReady(version: BankVersion, sourceId: string): Promise<void>
  /** What is asked next, if anything; ahead of all that is to be scored, for somebody waits. Not asked any more once `signal` says so. */
  followUp(version: BankVersion, about: SaidTo, signal: AbortSignal): Promise<Bilingual | undefined>
  /** Finishes what it was given, then ends the thread. */
  close(): Promise<void>
}

interface ScorerOptions {
  /** Hears why a thread ended that was not asked to. */
  onFault: (error: Error) => void
  limits?: Partial<Limits>
  start?: () => Worker
}

/** Far above what they take, below a claim's lease of 60 s. */
const defaultLimits: Limits = { startMs: 30_000, interviewMs: 25_000, closeMs: 5_000 }

export function openScorer({ onFault, limits, start = startWorker }: ScorerOptions): Scorer {
  let thread: ScoringThread | undefined
  /** Resolves when all threads before have ended. */
  let others = Promise.resolve()
  const lines: Record<'urgent' | 'usual', (() => Promise<void>)[]> = { urgent: [], usual: [] }
  let working: Promise<void> | undefined
  let closed = false

  const running = (): ScoringThread => (thread ??= startThread())

  function startThread(): ScoringThread {
    const fresh = new ScoringThread(start(), { ...defaultLimits, ...limits }, (error, { wasReady }) => {
      const before = others
      others = fresh.exited.then(() => before)
      thread = undefined
      onFault(error)
      // One that never got ready would fail again at once: it is tried when the next interview comes.
      if (wasReady && !closed) running()
    })
    return fresh
  }

  function inLine<Reply>(line: keyof typeof lines, ask: () => Promise<Reply>): Promise<Reply> {
    if (closed) return Promise.reject(new Error('the scorer is closed'))
    return new Promise((resolve, reject) => {
      lines[line].push(() => ask().then(resolve, reject))
      working ??= workOff()
    })
  }

  async function workOff(): Promise<void> {
    for (let task; (task = lines.urgent.shift() ?? lines.usual.shift());) await task()
    working = undefined
  }

  return {
    assess: (version, interview) => inLine('usual', async () => running().assess(version, interview)),
    makeReady: (version, sourceId) => inLine('usual', async () => running().makeReady(version, sourceId)),
    followUp: (version, about, signal) =>
      inLine('urgent', async () => (signal.aborted ? undefined : running().followUp(version, about))),

    async close() {
      closed = true
      await working
      await thread?.close()
      await others
    },
  }
}
