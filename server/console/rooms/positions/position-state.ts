/** A position as it is edited: rounds, lists, words, and what its plan asks. The AI interview stays the first round. Pure. */
import type { PositionForm, QuestionGroup } from '../../../../shared/contracts/position-form.js'
import type { DecisionRule, PositionFile, Round, ScreeningRules } from '../../../../shared/contracts/positions.js'
import type { CompetencyId } from '../../../../shared/contracts/question-bank.js'
import { fromField, toField } from '../../parts/times.js'

type RoundSlot = NonNullable<Round['slot']>

export const mostRounds = 8

export function moved(rounds: readonly Round[], from: number, to: number): Round[] {
  if (from < 1 || to < 1 || from >= rounds.length || to >= rounds.length) return [...rounds]
  const next = [...rounds]
  next.splice(to, 0, ...next.splice(from, 1))
  return next
}

/** Weighs nothing until somebody says so, is decided by a person, and sends nothing: adding it changes nothing for anybody yet. */
export function withRound(rounds: readonly Round[]): Round[] {
  const taken = new Set(rounds.map(({ id }) => id))
  let number = rounds.length + 1
  while (taken.has(`round-${number}`)) number += 1
  const fresh: Round = {
    id: `round-${number}`,
    kind: 'human',
    name: { zh: `第 ${rounds.length + 1} 轮`, en: `Round ${rounds.length + 1}` },
    weight: 0,
    decides: { by: 'person', roles: ['recruiter', 'hr-admin'] },
    sends: { entered: 'next-round', declined: 'decline-letter' },
  }
  return [...rounds, fresh]
}

export const withoutRound = (rounds: readonly Round[], index: number): Round[] =>
  rounds.filter((_round, at) => at !== index || at === 0)

export const sumOf = (weights: readonly number[]): number =>
  weights.reduce((sum, weight) => sum + (Number(weight) || 0), 0)

export const screeningParts = ['education', 'majors', 'years', 'certificates', 'keywords'] as const

export const screeningSum = (rules: ScreeningRules): number => sumOf(screeningParts.map((part) => rules[part].weight))

/** Empty where nothing is set; the day after tomorrow is nobody's business to guess. */
export const emptySlot = (): RoundSlot => ({
  startsAt: '',
  place: { zh: '', en: '' },
  contact: { name: { zh: '', en: '' }, phone: '' },
})

export const slotField = ({ startsAt }: RoundSlot, zone: string): string => (startsAt ? toField(startsAt, zone) : '')
export const slotTime = (field: string, zone: string): string => fromField(field, zone) ?? ''

export function swapped<Item>(items: readonly Item[], from: number, to: number): Item[] {
  if (to < 0 || to >= items.length) return [...items]
  const next = [...items]
  next.splice(to, 0, ...next.splice(from, 1))
  return next
}

export const ticked = <Value>(chosen: readonly Value[], value: Value, on: boolean): Value[] => [
  ...chosen.filter((one) => one !== value),
  ...(on ? [value] : []),
]

/** By commas, in whatever writing, and new lines; a blank is a part of a word. */
export const partedWords = (text: string): string[] => [
  ...new Set(
    text
      .split(/[、，,;；\n]/)
      .map((word) => word.trim())
      .filter(Boolean),
  ),
]
export const joinedWords = (words: readonly string[]): string =>
  words.join(words.some((word) => /\p{Script=Han}/u.test(word)) ? '、' : ', ')

export function withFloor(floors: DecisionRule['competencyFloors'], id: CompetencyId, floor: number | undefined) {
  const { [id]: _before, ...others } = floors
  return floor === undefined ? others : { ...others, [id]: floor }
}

type Bank = PositionForm['banks'][number]
type Asking = Pick<PositionFile, 'id' | 'questionsOf' | 'plan'>

/** What a position may ask of a bank: the groups with questions for it, or for its model. */
export const groupsFor = ({ id, questionsOf }: Omit<Asking, 'plan'>, bank: Bank | undefined): QuestionGroup[] =>
  (bank?.groups ?? []).filter(({ questions }) => (questions[questionsOf ?? id] ?? 0) > 0)

/** The places of the plan that ask everybody about a competency, as people count. */
export function askedIn(position: Asking, bank: Bank | undefined, id: CompetencyId): number[] {
  const groups = groupsFor(position, bank)
  const asksAbout = (formGroup: string) =>
    groups.some((group) => group.formGroup === formGroup && group.competencyId === id)
  return position.plan.flatMap(({ formGroup, or = [] }, index) =>
    [formGroup, ...or].every(asksAbout) ? [index + 1] : [],
  )
}

/** The positions that a bank has questions for. */
export const modelsIn = (bank: Bank | undefined): string[] => [
  ...new Set((bank?.groups ?? []).flatMap(({ questions }) => Object.keys(questions))),
]

/** A new position from another: its own id, closed, asking what its model asks, at no time that was meant for the model, last in the list. */
export function positionFrom({ order: _order, ...model }: PositionFile, id: string): PositionFile {
  return {
    ...model,
    id,
    open: false,
    ...(model.questionBank && { questionsOf: model.questionsOf ?? model.id }),
    rounds: model.rounds.map(({ slot: _slot, ...round }) => round),
  }
}

export const idPattern = /^[a-z0-9][a-z0-9-]{1,59}$/
