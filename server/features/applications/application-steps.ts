/** Where an application stands, as its candidate reads it: what is done, what is now, by when. Pure. */
import type { Round } from '../../../shared/contracts/positions.js'
import type { ApplicationForCandidate, ApplicationStep, InterviewEnd } from '../../../shared/contracts/talent.js'
import type { Screening } from '../screening/index.js'
import { isFinal } from '../flow/index.js'
import { slotOnEntering } from '../positions/index.js'
import type { Gathered } from './gather-application.js'

export interface ApplicationParts extends Omit<Gathered, 'position'> {
  /** Of the position, in their order. */
  rounds: readonly Pick<Round, 'id' | 'name' | 'slot'>[]
  screening?: Screening
  /** Their candidate refused AI scoring. */
  readByPeople?: boolean
}

type Step = ApplicationForCandidate['steps'][number]
const machinePartMs = 10 * 60_000

export function applicationSteps(parts: ApplicationParts): Step[] {
  const steps: (Step | undefined)[] = [
    done('applied', parts.application.appliedAt),
    screened(parts),
    invited(parts),
    ...(endOf(parts) ? [] : [submitted(parts), reported(parts), reviewed(parts), nextRound(parts)]),
  ]
  return steps.filter((step) => step !== undefined)
}

/** Nothing comes by itself after it; staff may invite anew, and then it is over. */
export function endOf({ invitation, interview, decisions }: Partial<ApplicationParts>): InterviewEnd | undefined {
  if (interview?.submittedAt || outcomeOf({ decisions: decisions ?? [] })) return undefined
  if (invitation?.status === 'revoked') return 'revoked'
  if (invitation?.status === 'declined-by-candidate') return 'withdrawn'
  if (interview?.status === 'abandoned') return 'abandoned'
  return invitation?.status === 'expired' ? 'expired' : undefined
}

/** Told only when a person decided, never from a proposal. */
export function outcomeOf({ decisions }: Pick<ApplicationParts, 'decisions'>): 'advanced' | 'declined' | undefined {
  if (decisions.some(({ verdict }) => verdict === 'decline')) return 'declined'
  return decisions.some(({ verdict }) => verdict === 'advance') ? 'advanced' : undefined
}

function screened({ screening, decisions }: ApplicationParts): Step {
  if (!screening) return { step: 'screened', state: 'now' }
  const decision = decisions.find(({ stage }) => stage === 'screening')
  if (!decision) return done('screened', screening.judgedAt)
  if (!isFinal(decision.verdict)) return { step: 'screened', state: 'now', dueBy: decision.dueAt.toISOString() }
  return done('screened', decision.decidedAt ?? screening.judgedAt)
}

function invited({ invitation, interview, ...parts }: ApplicationParts): Step | undefined {
  if (outcomeOf(parts) === 'declined' && !invitation) return undefined
  if (!invitation) return { step: 'invited', state: 'todo' }
  const sentAt = invitation.sentAt ?? invitation.openedAt ?? invitation.queuedAt
  if (interview || endOf({ invitation })) return done('invited', sentAt)
  return { step: 'invited', state: 'now', dueBy: invitation.closesAt.toISOString() }
}

function submitted({ interview, invitation, ...parts }: ApplicationParts): Step | undefined {
  if (outcomeOf(parts) === 'declined' && !invitation) return undefined
  if (interview?.submittedAt) return done('submitted', interview.submittedAt)
  return { step: 'submitted', state: interview ? 'now' : 'todo' }
}

/** Absent when people read the answers: no machine writes anything then. */
function reported({ interview, report, invitation, readByPeople, ...parts }: ApplicationParts): Step | undefined {
  if (readByPeople || (report && !report.scored)) return undefined
  if (outcomeOf(parts) === 'declined' && !invitation) return undefined
  if (report) return done('report', report.readyAt)
  if (!interview?.submittedAt) return { step: 'report', state: 'todo' }
  return {
    step: 'report',
    state: 'now',
    dueBy: new Date(interview.submittedAt.getTime() + machinePartMs).toISOString(),
  }
}

function reviewed({ report, invitation, ...parts }: ApplicationParts): Step | undefined {
  if (outcomeOf(parts) === 'declined' && !invitation) return undefined
  const decision = parts.decisions.find(({ stage }) => stage === parts.rounds[0]?.id)
  if (decision && isFinal(decision.verdict)) return done('review', decision.decidedAt ?? decision.raisedAt)
  return report
    ? { step: 'review', state: 'now', dueBy: (decision?.dueAt ?? report.dueAt).toISOString() }
    : { step: 'review', state: 'todo' }
}

function nextRound({ decisions, rounds }: ApplicationParts): Step | undefined {
  const outcome = outcomeOf({ decisions })
  if (outcome === 'declined') return undefined
  const last = decisions.find(({ stage, verdict }) => verdict === 'advance' && stage === rounds.at(-1)?.id)
  if (last) return done('next-round', last.decidedAt ?? last.raisedAt)
  return { step: 'next-round', state: outcome === 'advanced' ? 'now' : 'todo' }
}

/** Where and when the round takes place that was entered last: the slot that was chosen goes before the position's own. */
export function roundToCome({
  decisions,
  rounds,
}: Pick<ApplicationParts, 'decisions' | 'rounds'>): ApplicationForCandidate['nextRound'] {
  if (outcomeOf({ decisions }) !== 'advanced') return undefined
  const entered = rounds.map((round, index) => ({
    round,
    by: decisions.find(({ stage, verdict }) => verdict === 'advance' && stage === rounds[index - 1]?.id),
  }))
  const { round, by } = entered.filter((one) => one.by !== undefined).at(-1) ?? {}
  const over = round && decisions.some(({ stage, verdict }) => stage === round.id && isFinal(verdict))
  const slot = round && by?.decidedAt && slotOnEntering(round, { chosen: by.slot, at: by.decidedAt })
  return round && slot && !over ? { name: round.name, ...slot } : undefined
}

const done = (step: ApplicationStep, at: Date): Step => ({ step, state: 'done', at: at.toISOString() })
