/** What stands in 等待决定, in which order, how urgent, and what can be confirmed together. Pure. */
import {
  waitingShows,
  type WaitingDecision,
  type WaitingList,
  type WaitingQuery,
  type WaitingShow,
} from '../../../../shared/contracts/staff-decisions.js'

type Stage = WaitingList['choices']['stages'][number]

export const filterNames = ['position', 'stage', 'show'] as const
export type WaitingFilter = Record<(typeof filterNames)[number], string>

const shows: readonly string[] = waitingShows

/** As the server takes it. */
export function asked({ position, stage, show }: WaitingFilter): WaitingQuery {
  const [first = '', second] = stage.split('/')
  const positionId = (second === undefined ? '' : first) || position
  return {
    ...(positionId && { positionId }),
    ...(stage && { stage: second ?? first }),
    ...(shows.includes(show) && { show: show as WaitingShow }),
  }
}

/** Rounds of different positions have ids of their own; screening is one. */
export const stageKey = ({ stage, positionId }: Pick<Stage, 'stage' | 'positionId'>): string =>
  positionId === undefined ? stage : `${positionId}/${stage}`

export type Tone = 'plain' | 'warn' | 'bad'

export interface Age {
  waitedMs: number
  /** Until the promised time; negative once it passed. */
  leftMs: number
  tone: Tone
}

/** The last quarter of the time is orange; red is only what is late. */
export function ageOf(
  { raisedAt, dueAt, overdue }: Pick<WaitingDecision, 'raisedAt' | 'dueAt' | 'overdue'>,
  now: string,
): Age {
  const [raised, due, at] = [Date.parse(raisedAt), Date.parse(dueAt), Date.parse(now)]
  const leftMs = due - at
  const nearEnd = leftMs <= (due - raised) / 4
  return { waitedMs: Math.max(0, at - raised), leftMs, tone: overdue ? 'bad' : nearEnd ? 'warn' : 'plain' }
}

/** Proposals of screening may be confirmed together, by who decides there; everything else one by one. */
export const canBeTogether = ({ stage, allowed }: Pick<WaitingDecision, 'stage' | 'allowed'>): boolean =>
  stage === 'screening' && allowed.length > 0

const together = ['invite', 'hold', 'decline'] as const
export type VerdictTogether = (typeof together)[number]

/** Names of those for whom something else is proposed than what is about to be decided. */
export const proposedOtherwise = (
  chosen: readonly Pick<WaitingDecision, 'name' | 'proposal'>[],
  verdict: VerdictTogether,
): string[] => chosen.filter(({ proposal }) => proposal !== undefined && proposal !== verdict).map(({ name }) => name)

/** The verdicts that every one of the chosen allows. */
export const verdictsFor = (chosen: readonly Pick<WaitingDecision, 'allowed' | 'stage'>[]): VerdictTogether[] =>
  chosen.length === 0 || !chosen.every(canBeTogether)
    ? []
    : together.filter((verdict) => chosen.every(({ allowed }) => allowed.includes(verdict)))
