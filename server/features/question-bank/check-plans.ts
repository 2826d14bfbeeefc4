/** Positions and banks against one another: those of one import, and those in force. */
import type { PositionFile } from '../../../shared/contracts/positions.js'
import type { QuestionBankFile } from '../../../shared/contracts/question-bank.js'
import type { Batch } from '../../data-files/file-kind.js'
import type { FileProblem, Finding } from '../../data-files/file-problem.js'
import { problemsAt, type AnyDataFile, type ReadFile } from '../../data-files/read-data-file.js'
import { checkPlan, checkSavedPlan } from './check-plan.js'
import { texts } from './texts/index.js'

const isBank = (content: AnyDataFile): content is QuestionBankFile => content.kind === 'question-bank'
const isPosition = (content: AnyDataFile): content is PositionFile => content.kind === 'position'
const bankIn = (file: ReadFile): file is ReadFile<QuestionBankFile> => isBank(file.content)
const positionIn = (file: ReadFile): file is ReadFile<PositionFile> => isPosition(file.content)

export function checkPlans({ read, stored }: Batch): FileProblem[] {
  const all = [...stored, ...read.map(({ content }) => content)]
  const banks = new Map(all.filter(isBank).map((bank) => [bank.id, bank]))
  const positions = read.filter(positionIn)
  const replaced = new Set(positions.map(({ content }) => content.id))
  const others = stored.filter(isPosition).filter(({ id }) => !replaced.has(id))

  return [
    ...positions.flatMap((file) =>
      problemsAt(file, checkSavedPlan(file.content, banks.get(file.content.questionBank ?? ''))),
    ),
    ...read.filter(bankIn).flatMap((file) => problemsAt(file, brokenPlans(file.content, others))),
  ]
}

/** A position in force must not lose its questions because its bank changed. */
function brokenPlans(bank: QuestionBankFile, positions: readonly PositionFile[]): Finding[] {
  return positions
    .filter((position) => position.questionBank === bank.id)
    .flatMap((position) =>
      checkPlan(position, bank).map(({ message, fix }) => ({
        at: ['questions'],
        message: texts.positionBreaks(position.id, message),
        fix,
      })),
    )
}
