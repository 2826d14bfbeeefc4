/** What the form over a position offers: the positions that come with the product, and what a plan can ask. */
import type { PositionForm, QuestionGroup } from '../../../shared/contracts/position-form.js'
import type { PositionFile } from '../../../shared/contracts/positions.js'
import type { QuestionBankFile } from '../../../shared/contracts/question-bank.js'
import { readDataFile } from '../../data-files/read-data-file.js'
import type { Scope } from '../../ports/staff.js'
import type { Organisation } from '../accounts/index.js'
import type { Position } from '../positions/index.js'
import { questionBankKind, type ExposureStore, type QuestionBankStore } from '../question-bank/index.js'
import { formsOfBank, type Form } from '../question-types/index.js'
import { defaultDataFiles } from './default-data.js'
import { exposureOfGroup, usualMostPercent } from './exposure-of-group.js'

export interface PositionFormDeps {
  banks: Pick<QuestionBankStore, 'versions'>
  exposures: Pick<ExposureStore, 'countsOf'>
  positions: { findAll(orgId: string): Promise<Position[]> }
  organisationOf: (orgId: string) => Promise<Organisation>
}

export async function positionForm(
  { banks, exposures, organisationOf }: Omit<PositionFormDeps, 'positions'>,
  orgId: string,
): Promise<PositionForm> {
  const [inForce, { defaults }] = await Promise.all([banks.versions.allCurrent(orgId), organisationOf(orgId)])
  const most = defaults.mostAskedPercent ?? usualMostPercent
  return {
    templates: await templates(),
    banks: await Promise.all(
      inForce.map(async ({ content }) => {
        const counts = await exposures.countsOf(orgId, content.id)
        const exposureOf = (forms: Form[]) => exposureOfGroup(forms, counts, most)
        return { id: content.id, title: questionBankKind.titleOf(content), groups: groupsOf(content, exposureOf) }
      }),
    ),
  }
}

/** For who may only look: of the questions, what those of their positions are about. */
export async function groupsToRead(deps: PositionFormDeps, orgId: string, scope: Scope): Promise<PositionForm> {
  const [{ banks, ...rest }, all] = await Promise.all([positionForm(deps, orgId), deps.positions.findAll(orgId)])
  const mine = all.filter(({ id }) => scope === 'all' || scope.includes(id)).map((one) => one.questionsOf ?? one.id)
  const asks = ({ questions }: QuestionGroup) => mine.some((id) => (questions[id] ?? 0) > 0)
  const groupsIn = (groups: QuestionGroup[]) => groups.filter(asks).map(({ exposure: _exposure, ...group }) => group)
  return { ...rest, banks: banks.map((bank) => ({ ...bank, groups: groupsIn(bank.groups) })) }
}

async function templates(): Promise<PositionFile[]> {
  return (await defaultDataFiles()).flatMap((file) => {
    const reading = readDataFile(file)
    return reading.kind === 'read' && reading.file.content.kind === 'position' ? [reading.file.content] : []
  })
}

function groupsOf(
  bank: QuestionBankFile,
  exposureOf: (forms: Form[]) => NonNullable<QuestionGroup['exposure']>,
): QuestionGroup[] {
  const all = formsOfBank(bank)
  return [...new Set(all.map(({ formGroup }) => formGroup))].map((formGroup) => {
    const forms = all.filter((form) => form.formGroup === formGroup)
    const first = forms[0]!
    return {
      formGroup,
      competencyId: first.competencyId,
      answerWith: first.answerWith,
      sample: first.stem,
      questions: countsOf(forms.flatMap(({ positionIds }) => positionIds)),
      exposure: exposureOf(forms),
    }
  })
}

function countsOf(ids: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const id of ids) counts[id] = (counts[id] ?? 0) + 1
  return counts
}
