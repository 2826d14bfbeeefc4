import type { QuestionBankFile } from '../../../shared/contracts/question-bank.js'
import type { FileKind } from '../../data-files/file-kind.js'
import { checkBank } from './check-bank.js'
import { checkPlans } from './check-plans.js'
import type { QuestionBankStore } from './question-bank-store.js'
import { texts } from './texts/index.js'

export const questionBankKind: FileKind<QuestionBankFile> = {
  kind: 'question-bank',
  order: 2,
  owner: 'organisation',
  versionsIn: ({ banks }: { banks: QuestionBankStore }) => banks.versions,
  titleOf: ({ id }) => texts.title(id),
  check: checkBank,
  checkTogether: checkPlans,
  speaksToCandidates: true,
  /** Reports name it. */
  writtenVersion: ({ version }) => version,
}
