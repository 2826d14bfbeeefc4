/** What the scorer's thread and its starter say to each other. */
import type { Assessment } from '../../../../shared/contracts/assessment.js'
import type { QuestionBankFile } from '../../../../shared/contracts/question-bank.js'
import type { Bilingual } from '../../../../shared/contracts/text.js'
import type { InterviewById } from '../with-bank.js'

/** A bank's version under a key that no other version has; versions never change. */
export interface BankVersion {
  key: string
  bank: QuestionBankFile
}

/** A version's label says everything within its organisation. */
export const bankVersionOf = (orgId: string, bank: QuestionBankFile): BankVersion => ({
  key: JSON.stringify([orgId, bank.version]),
  bank,
})

/** A question of the bank, and what was said to it and to its follow-ups so far. */
export interface SaidTo {
  sourceId: string
  said: readonly string[]
}

export type ToThread =
  | ({ type: 'keep' } & BankVersion)
  | { type: 'forget'; key: string }
  /** By a version that it was told to keep. */
  | { type: 'assess'; key: string; interview: InterviewById }
  | { type: 'follow-up'; key: string; about: SaidTo }
  | { type: 'make-ready'; key: string; sourceId: string }
  | { type: 'close' }

/** `ready` once; then one message for each `assess`, `follow-up` and `make-ready`. */
export type FromThread =
  | { type: 'ready' }
  | { type: 'assessed'; assessment: Assessment }
  | { type: 'asked-on'; says: Bilingual | undefined }
  | { type: 'made-ready' }
  | { type: 'failed'; error: Error }
