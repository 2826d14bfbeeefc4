/** What the scorer's thread and its starter say to each other. */
import type { Assessment } from '../../../../shared/contracts/assessment.js'
import type { QuestionBankFile } from '../../../../shared/contracts/question-bank.js'
import type { InterviewById } from '../with-bank.js'

/** A bank's version under a key that no other version has; versions never change. */
export interface BankVersion {
  key: string
  bank: QuestionBankFile
}

export type ToThread =
  | ({ type: 'keep' } & BankVersion)
  | { type: 'forget'; key: string }
  /** By a version that it was told to keep. */
  | { type: 'assess'; key: string; interview: InterviewById }
  | { type: 'close' }

/** `ready` once; then one message for each `assess`. */
export type FromThread =
  { type: 'ready' } | { type: 'assessed'; assessment: Assessment } | { type: 'failed'; error: Error }
