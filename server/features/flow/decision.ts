/**
 * What waits for a person, and what they decided. A machine only proposes; a decline always carries a reviewer and a reason
 * (C3). Pure.
 */
export const stages = ['screening', 'ai-interview'] as const
export type Stage = (typeof stages)[number]
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

const allowed: Record<Stage, readonly Verdict[]> = {
  screening: ['invite', 'hold', 'decline'],
  'ai-interview': ['advance', 'hold', 'decline'],
}

export const isAllowed = (stage: Stage, verdict: Verdict): boolean => allowed[stage].includes(verdict)

/** A hold is not an end: the person still waits for a decision. */
export const isFinal = (verdict: Verdict | undefined): boolean => verdict !== undefined && verdict !== 'hold'
