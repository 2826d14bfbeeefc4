/** What the form over a position offers: the positions that come with the product, and what a plan can ask. */
import type { PositionForm, QuestionGroup } from '../../../shared/contracts/position-form.js'
import type { PositionFile } from '../../../shared/contracts/positions.js'
import type { QuestionBankFile } from '../../../shared/contracts/question-bank.js'
import { readDataFile } from '../../data-files/read-data-file.js'
import type { Scope } from '../../ports/staff.js'
import type { Position } from '../positions/index.js'
import { questionBankKind, type QuestionBankStore } from '../question-bank/index.js'
import { formsOfBank } from '../question-types/index.js'
import { defaultDataFiles } from './default-data.js'

export async function positionForm(
  { banks }: { banks: Pick<QuestionBankStore, 'versions'> },
  orgId: string,
): Promise<PositionForm> {
  const inForce = await banks.versions.allCurrent(orgId)
  return {
    templates: await templates(),
    banks: inForce.map(({ content }) => ({
      id: content.id,
      title: questionBankKind.titleOf(content),
      groups: groupsOf(content),
    })),
  }
}

/** For who may only look: of the questions, what those of their positions are about. */
export async function groupsToRead(
  deps: { banks: Pick<QuestionBankStore, 'versions'>; positions: { findAll(orgId: string): Promise<Position[]> } },
  orgId: string,
  scope: Scope,
): Promise<PositionForm> {
  const [{ banks, ...rest }, all] = await Promise.all([positionForm(deps, orgId), deps.positions.findAll(orgId)])
  const mine = all.filter(({ id }) => scope === 'all' || scope.includes(id)).map((one) => one.questionsOf ?? one.id)
  const asks = ({ questions }: QuestionGroup) => mine.some((id) => (questions[id] ?? 0) > 0)
  return { ...rest, banks: banks.map((bank) => ({ ...bank, groups: bank.groups.filter(asks) })) }
}

async function templates(): Promise<PositionFile[]> {
  return (await defaultDataFiles()).flatMap((file) => {
    const reading = readDataFile(file)
    return reading.kind === 'read' && reading.file.content.kind === 'position' ? [reading.file.content] : []
  })
}

function groupsOf(bank: QuestionBankFile): QuestionGroup[] {
  const all = formsOfBank(bank)
  return [...new Set(all.map(({ formGroup }) => formGroup))].map((formGroup) => {
    const forms = all.filter((form) => form.formGroup === formGroup)
    const first = forms[0]!
    return {
      formGroup,
      competencyId: first.competencyId,
      answerWith: first.answerWith,
      sample: [...bank.questions, ...bank.numeracy].find(({ id }) => id === first.id)!.stem,
      questions: countsOf(forms.flatMap(({ positionIds }) => positionIds)),
    }
  })
}

function countsOf(ids: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const id of ids) counts[id] = (counts[id] ?? 0) + 1
  return counts
}
