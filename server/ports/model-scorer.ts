/** A second scorer outside the house: a language model that reads one answer by the rubric of its question. */
import type { Bilingual } from '../../shared/contracts/text.js'

/** Who it is; stands on every report that it had a part in (C9, C13). */
export interface ModelIdentity {
  /** The company that processes what is sent. */
  processor: string
  model: string
  /** Where it computes. */
  region: string
  /** Of the service, with the authority (生成式人工智能服务备案号). */
  filingNumber: string
}

/** All that a model sees: nothing about who answered. */
export interface ReadingTask {
  stem: Bilingual
  points: readonly { id: string; label: Bilingual; examples: readonly { text: string; level: number }[] }[]
  answer: string
}

export interface ModelCredit {
  pointId: string
  /** 0…1 */
  credit: number
  /** What it says that the answer says; nobody has checked that yet. */
  quotation: string
}

/** `busy`: too many calls · `refused`: key, right or content · `unreachable`: down, or the breaker is open. */
export type ReadingFailure = 'late' | 'busy' | 'refused' | 'unreachable' | 'unusable-reply' | 'too-long'

/** `tokens`: what the endpoint counted; a failure may have cost something too. `code` holds nothing of what was sent or said. */
export type Reading =
  | { kind: 'read'; credits: readonly ModelCredit[]; tokens: number }
  | { kind: 'failed'; reason: ReadingFailure; code: string; tokens: number }

export interface ModelScorer {
  identity: ModelIdentity
  /** Of the question that is put to it: another one may be scored otherwise. */
  promptVersion: string
  /** The most that one reading costs. */
  tokensFor(task: ReadingTask): number
  /** Never throws. */
  read(task: ReadingTask, signal: AbortSignal): Promise<Reading>
}
