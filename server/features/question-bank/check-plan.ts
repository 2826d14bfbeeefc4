/** Whether a position's plan can be drawn from its bank, and whether its rule for advancing can ever be met. */
import type { PlanPlace, PositionFile } from '../../../shared/contracts/positions.js'
import type { QuestionBankFile } from '../../../shared/contracts/question-bank.js'
import type { Finding, Path } from '../../data-files/file-problem.js'
import { formsOfBank } from '../question-types/index.js'
import { formsOf, groupsOf, questionsOf } from './choose-questions.js'
import { makeOfForm } from './make-of-form.js'
import { texts } from './texts/index.js'

export function checkPlan(position: PositionFile, bank: QuestionBankFile | undefined): Finding[] {
  if (!position.questionBank) return []
  if (!bank) return [noBank(position.questionBank)]

  const groups = position.plan.flatMap((_place, index) => checkPlace(position, bank, index))
  return groups.length > 0 ? groups : [...checkFloors(position, bank), ...checkTags(position, bank)]
}

/** When a position is saved: one in force, from before this was asked for, goes on as it is. */
export function checkSavedPlan(position: PositionFile, bank: QuestionBankFile | undefined): Finding[] {
  const faults = checkPlan(position, bank)
  return bank && faults.length === 0 ? checkWeights(position, bank) : faults
}

/** What no question asks about is never scored: its weight would count for nobody. */
function checkWeights(position: PositionFile, bank: QuestionBankFile): Finding[] {
  if (position.plan.length === 0) return []
  const asked = askedIn(position, bank)
  const { message, fix } = texts.neverScored
  return Object.entries(position.competencyWeights)
    .filter(([id, weight]) => weight > 0 && !asked.has(id))
    .map(([id, weight]) => ({
      at: ['competencyWeights', id],
      atKey: true,
      code: 'neverScored' as const,
      limit: String(weight),
      message: message(id, weight),
      fix,
    }))
}

/** Asked of everybody, wherever the free places go. */
function askedIn(position: PositionFile, bank: QuestionBankFile): ReadonlySet<string> {
  const places = position.plan.map((place) => competenciesOf(position, bank, place))
  return new Set(places.flatMap((ids) => (new Set(ids).size === 1 ? ids.slice(0, 1) : [])))
}

const competenciesOf = (position: PositionFile, bank: QuestionBankFile, place: PlanPlace): string[] =>
  groupsOf(place).flatMap((formGroup) => formsOf({ position, bank, formGroup }).map((form) => form.competencyId))

function checkPlace(position: PositionFile, bank: QuestionBankFile, index: number): Finding[] {
  const { formGroup, or = [] } = position.plan[index]!
  const at = ['plan', index]
  const faults = [
    ...checkGroup(position, bank, { formGroup, index, at: [...at, 'formGroup'] }),
    ...or.flatMap((one, nth) => checkGroup(position, bank, { formGroup: one, index, at: [...at, 'or', nth] })),
  ]
  return faults.length > 0 ? faults : checkAlike(position, bank, index)
}

/** Wherever a free place goes, it is the same kind of question with the same time: else some would have a harder interview. */
function checkAlike(position: PositionFile, bank: QuestionBankFile, index: number): Finding[] {
  const { formGroup, or = [] } = position.plan[index]!
  const makeOf = (group: string) => formsOf({ position, bank, formGroup: group }).map(makeOfForm)
  const make = makeOf(formGroup)[0]!
  const { message, fix } = texts.unlikePlace
  return or.flatMap((group, nth) => {
    const other = makeOf(group).find((one) => one !== make)
    return other === undefined
      ? []
      : [
          {
            at: ['plan', index, 'or', nth],
            code: 'unlikePlace' as const,
            message: message(formGroup, { group, make, other }),
            fix,
          },
        ]
  })
}

/** What is looked for in résumés, and can then change nothing, misleads. */
function checkTags(position: PositionFile, bank: QuestionBankFile): Finding[] {
  const free = new Set(position.plan.filter(({ or }) => or).flatMap((place) => competenciesOf(position, bank, place)))
  const { message, fix } = texts.tagNeverAsked
  return (position.coreTags ?? []).flatMap(({ id, competencyId }, index) =>
    free.has(competencyId)
      ? []
      : [
          {
            at: ['coreTags', index, 'competencyId'],
            code: 'tagNeverAsked' as const,
            message: message(id, competencyId),
            fix,
          },
        ],
  )
}

function checkGroup(
  position: PositionFile,
  bank: QuestionBankFile,
  { formGroup, index, at }: { formGroup: string; index: number; at: Path },
): Finding[] {
  const forms = formsOf({ position, bank, formGroup })
  const needed = position.plan.slice(0, index + 1).filter((place) => groupsOf(place).includes(formGroup)).length
  if (forms.length < needed) return [{ at, code: 'groupTooSmall', ...tooFew(position, bank, formGroup) }]

  const mode = forms.map(({ answerWith }) => answerWith).find((one) => !position.answerModes.includes(one))
  if (mode === undefined) return []
  const { message, fix } = texts.modeMissing
  return [{ at, code: 'modeMissing', limit: mode, message: message(mode), fix: fix(mode) }]
}

function tooFew(position: PositionFile, bank: QuestionBankFile, formGroup: string) {
  const groups = [...new Set(formsOfBank(bank).map((form) => form.formGroup))]
  const { message, fix } = texts.tooFew
  return {
    message: message(bank.version, { group: formGroup, position: questionsOf(position) }),
    fix: fix(groups, questionsOf(position)),
  }
}

/** A least score in something that is never asked would keep everybody from advancing. */
function checkFloors(position: PositionFile, bank: QuestionBankFile): Finding[] {
  const asked = askedIn(position, bank)
  const floors = position.rounds.flatMap(({ entry }, index) =>
    Object.keys(entry?.competencyFloors ?? {}).map((id) => ({ id, index })),
  )
  const { message, fix } = texts.neverAsked
  return floors
    .filter(({ id }) => !asked.has(id))
    .map(({ id, index }) => ({
      at: ['rounds', index, 'entry', 'competencyFloors', id],
      atKey: true,
      code: 'neverAsked' as const,
      message: message(id),
      fix,
    }))
}

function noBank(id: string): Finding {
  const { message, fix } = texts.noBank
  return { at: ['questionBank'], code: 'noBank', message: message(id), fix }
}
