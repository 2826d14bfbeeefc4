/**
 * Staff correct a name or a number, with a reason. What stood there before is kept, sealed, beside who changed it; a number that staff
 * give is the bank's word.
 */
import { conflict } from '../../errors.js'
import type { Clock } from '../../ports/clock.js'
import type { Timeline } from '../timeline/index.js'
import type { CandidateStore } from './candidate-store.js'

export interface CorrectDeps {
  candidates: Pick<CandidateStore, 'correct'>
  timeline: Timeline
  clock: Clock
}

export interface CorrectIdentity {
  orgId: string
  candidateId: string
  name?: string
  phone?: string
  reason: string
  /** Member's id. */
  by: string
}

/** @throws AppError applicant-known-otherwise: the bank has another file under that number. */
export async function correctIdentity(deps: CorrectDeps, input: CorrectIdentity): Promise<void> {
  const { orgId, candidateId, by, reason, ...changes } = input
  const at = deps.clock.now()
  const corrected = await deps.candidates.correct(orgId, candidateId, { ...changes, by, reason, at })
  if (corrected === 'taken') throw conflict('applicant-known-otherwise')
  if (corrected === 'same') return
  await deps.timeline.append({
    orgId,
    candidateId,
    at,
    by,
    kind: 'person-corrected',
    key: `person-corrected:${at.getTime()}`,
  })
}
