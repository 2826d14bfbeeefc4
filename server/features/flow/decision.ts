/**
 * What waits for a person, and what they decided. A machine only proposes; a decline always carries a reviewer and a reason
 * (C3). Pure.
 */
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
  /** What the rules would do. */
  proposal: Verdict
  status: 'waiting' | 'decided'
  raisedAt: Date
  /** Promised to the candidate by then. */
  dueAt: Date
  verdict?: Verdict
  decidedAt?: Date
  /** Id of the reviewer; `rule` when the position's rule was met and nothing needed a person (never for a decline). */
  decidedBy?: string
}

const afterScreening: readonly Verdict[] = ['invite', 'hold', 'decline']
const afterRound: readonly Verdict[] = ['advance', 'hold', 'decline']

export const allowedAt = (stage: Stage): readonly Verdict[] => (stage === screeningStage ? afterScreening : afterRound)
export const isAllowed = (stage: Stage, verdict: Verdict): boolean => allowedAt(stage).includes(verdict)

/** A hold is not an end: the person still waits for a decision. */
export const isFinal = (verdict: Verdict | undefined): boolean => verdict !== undefined && verdict !== 'hold'
