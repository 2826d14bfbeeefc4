/** A position's flow as it is edited: rounds added, removed and moved. The AI interview stays the first. Pure. */
import type { PositionFile, Round } from '../../../../shared/contracts/positions.js'
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

export const screeningSum = ({ screening }: PositionFile): number =>
  sumOf(screeningParts.map((part) => screening[part].weight))

/** Empty where nothing is set; the day after tomorrow is nobody's business to guess. */
export const emptySlot = (): RoundSlot => ({
  startsAt: '',
  place: { zh: '', en: '' },
  contact: { name: { zh: '', en: '' }, phone: '' },
})

export const slotField = ({ startsAt }: RoundSlot, zone: string): string => (startsAt ? toField(startsAt, zone) : '')
export const slotTime = (field: string, zone: string): string => fromField(field, zone) ?? ''
