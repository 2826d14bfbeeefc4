/**
 * What waits for a person, and what they decided. A machine only proposes; a decline always carries a reviewer and a reason
 * (C3). Pure.
 */
import type { RoundSlot } from '../../../../shared/contracts/round-slot.js'

/** `screening`, or the id of a round of the position. */
export type Stage = string
export const screeningStage = 'screening'
export const verdicts = ['invite', 'advance', 'hold', 'decline'] as const
export type Verdict = (typeof verdicts)[number]

export interface Decision {
  id: string
  orgId: string
  applicationId: string
  candidateId: string
  positionId: string
  stage: Stage
  /** What the rules would do; absent after a round that people held. */
  proposal?: Verdict
  status: 'waiting' | 'decided'
  /** It waits from here on: a round of people from its slot's start. */
  raisedAt: Date
  /** Promised to the candidate by then. */
  dueAt: Date
  /** Put on hold for the first time; it goes on waiting. */
  heldAt?: Date
  verdict?: Verdict
  decidedAt?: Date
  /** Id of the reviewer; `rule` when the position's rule was met and nothing needed a person (never for a decline). */
  decidedBy?: string
  /** Of an advance: time, place and contact of the round that is entered; goes before the position's own. */
  slot?: RoundSlot
  /** Of a round that was entered without time and place: the candidate has heard nothing yet, HR has the task to set them. */
  unarranged?: true
  /** The letter of a decline is kept. */
  hasLetter?: true
  /** How often a verdict was taken back; absent: never. Each verdict has messages of its own. */
  takenBack?: number
}

const afterScreening: readonly Verdict[] = ['invite', 'hold', 'decline']
const afterRound: readonly Verdict[] = ['advance', 'hold', 'decline']

export const allowedAt = (stage: Stage): readonly Verdict[] => (stage === screeningStage ? afterScreening : afterRound)
export const isAllowed = (stage: Stage, verdict: Verdict): boolean => allowedAt(stage).includes(verdict)

/** A hold is not an end: the person still waits for a decision. */
export const isFinal = (verdict: Verdict | undefined): boolean => verdict !== undefined && verdict !== 'hold'

export const isOverdue = ({ status, dueAt }: Pick<Decision, 'status' | 'dueAt'>, now: Date): boolean =>
  status === 'waiting' && dueAt <= now
