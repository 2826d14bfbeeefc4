/** The files of one import, read and checked together. Pure: what is stored already comes in as data. */
import type { OrganisationFile } from '../../../shared/contracts/organisation.js'
import type { PositionFile } from '../../../shared/contracts/positions.js'
import type { QuestionBankFile } from '../../../shared/contracts/question-bank.js'
import type { FileProblem, Finding } from '../../data-files/file-problem.js'
import {
  problemsAt,
  readDataFile,
  type AnyDataFile,
  type DataFile,
  type ReadFile,
} from '../../data-files/read-data-file.js'
import { checkOrganisation } from '../accounts/index.js'
import { checkMessages } from '../notifications/index.js'
import { checkPosition } from '../positions/index.js'
import { checkBank, checkPlan } from '../question-bank/index.js'
import { findForbidden } from './forbidden-topics/find-forbidden.js'
import { textsOf } from './forbidden-topics/texts-of.js'
import { texts } from './texts/index.js'

/** In force in the store, whatever the batch will change. */
export interface Stored {
  positions: readonly PositionFile[]
  banks: readonly QuestionBankFile[]
}

export function readBatch(files: readonly DataFile[]): { read: ReadFile[]; problems: FileProblem[] } {
  const readings = files.map(readDataFile)
  const read = readings.flatMap((reading) => (reading.kind === 'read' ? [reading.file] : []))
  const problems = readings.flatMap((reading) => (reading.kind === 'refused' ? reading.problems : []))

  return { read, problems: [...problems, ...twice(read)] }
}

export const isOrganisation = (file: ReadFile): file is ReadFile<OrganisationFile> =>
  file.content.kind === 'organisation'
const isBank = (file: ReadFile): file is ReadFile<QuestionBankFile> => file.content.kind === 'question-bank'
const isPosition = (file: ReadFile): file is ReadFile<PositionFile> => file.content.kind === 'position'

/** Each file for itself. */
export function checkEach(read: readonly ReadFile[]): FileProblem[] {
  return read.flatMap((file) => problemsAt(file, findingsOf(file.content)))
}

function findingsOf(content: AnyDataFile): Finding[] {
  switch (content.kind) {
    case 'organisation':
      return checkOrganisation(content)
    case 'messages':
      return checkMessages(content)
    case 'position':
      return [...checkPosition(content), ...findForbidden(textsOf(content))]
    case 'question-bank':
      return [...checkBank(content), ...findForbidden(textsOf(content))]
  }
}

/** The files against one another and against what is stored. */
export function checkTogether(read: readonly ReadFile[], stored: Stored): FileProblem[] {
  const banks = new Map(
    [...stored.banks, ...read.filter(isBank).map(({ content }) => content)].map((bank) => [bank.id, bank]),
  )
  const positions = read.filter(isPosition)
  const replaced = new Set(positions.map(({ content }) => content.id))
  const others = stored.positions.filter(({ id }) => !replaced.has(id))

  return [
    ...positions.flatMap((file) =>
      problemsAt(file, checkPlan(file.content, banks.get(file.content.questionBank ?? ''))),
    ),
    ...read.filter(isBank).flatMap((file) => problemsAt(file, brokenPlans(file.content, others))),
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

function twice(read: readonly ReadFile[]): FileProblem[] {
  return read.flatMap((file, index) => {
    const { kind, id } = file.content
    const other = read.slice(0, index).find(({ content }) => content.kind === kind && content.id === id)
    if (!other) return []
    const { message, fix } = texts.sameId
    return problemsAt(file, [{ at: ['id'], message: message(id, other.path), fix }])
  })
}
