/** A résumé arrives: from the candidate's own tap, or by import. Asked twice with the same content, it returns the same application. */
import type { Resume } from '../../../shared/contracts/talent.js'
import type { Language } from '../../../shared/contracts/text.js'
import type { Clock } from '../../ports/clock.js'
import { canonicalJson } from '../../canonical-json.js'
import { conflict } from '../../errors.js'
import type { Timeline } from '../timeline/index.js'
import type { Application } from './application.js'
import type { ApplicationStore, NewApplication, StoredApplication } from './application-store.js'
import type { Candidate } from './candidate.js'
import type { CandidateStore } from './candidate-store.js'

export interface ApplyDeps {
  candidates: Pick<CandidateStore, 'insertUnlessKnown' | 'findByPhone' | 'identityOf' | 'bindOpenid'>
  applications: Pick<ApplicationStore, 'insertUnlessApplied' | 'findBySubmission'>
  timeline: Timeline
  clock: Clock
  /** Keyed hash: a résumé cannot be guessed from it. */
  contentHash: (text: string) => string
  isOpenPosition: (orgId: string, positionId: string) => Promise<boolean>
  wake: (job: 'screen-applications') => void
}

export interface Apply {
  orgId: string
  positionId: string
  resume: Resume
  language: Language
  source: Application['source']
  /** Set when the candidate tapped: who they are to WeChat, and the key of the tap. */
  tap?: { openid: string; submissionKey: string }
}

export async function applyToPosition(deps: ApplyDeps, input: Apply): Promise<Application> {
  const contentHash = deps.contentHash(canonicalJson(input.resume))
  const submission = input.tap && `${input.tap.openid}:${input.tap.submissionKey}`
  const before = submission && (await deps.applications.findBySubmission(input.orgId, submission))
  if (before) return sameOr409(before, input.positionId, contentHash)
  if (!(await deps.isOpenPosition(input.orgId, input.positionId))) throw conflict('position-closed')

  const candidate = await candidateFor(deps, input)
  return saveApplication(deps, input, { candidate, contentHash, ...(submission && { submission }) })
}

async function saveApplication(
  deps: ApplyDeps,
  input: Apply,
  { candidate, ...marks }: { candidate: Candidate; contentHash: string; submission?: string },
): Promise<Application> {
  const { orgId, positionId, resume, source } = input
  const fresh: NewApplication = {
    orgId,
    positionId,
    resume,
    source,
    candidateId: candidate.id,
    appliedAt: deps.clock.now(),
    ...marks,
  }
  const { application, inserted } = await deps.applications.insertUnlessApplied(fresh)
  if (!inserted) sameOr409(application, positionId, marks.contentHash)

  // Appended even when it was there: a crash may have come between the two writes. The timeline keeps one.
  await deps.timeline.append({
    orgId,
    candidateId: candidate.id,
    at: application.appliedAt,
    kind: 'applied',
    applicationId: application.id,
  })
  deps.wake('screen-applications')
  return application
}

function sameOr409(before: StoredApplication, positionId: string, contentHash: string): Application {
  if (before.positionId !== positionId || before.contentHash !== contentHash)
    throw conflict('different-submission', { applicationId: before.id })
  return before
}

/**
 * Known by phone and name, or new. Somebody else's phone does not open somebody else's file: another name is refused, and
 * the WeChat identity of a known person changes only when they accept an invitation with the phone's digits.
 */
async function candidateFor(deps: ApplyDeps, { orgId, resume, language, tap }: Apply): Promise<Candidate> {
  const { name, phone, idNumber } = resume
  const fresh = await deps.candidates.insertUnlessKnown({
    orgId,
    name,
    phone,
    language,
    createdAt: deps.clock.now(),
    ...(idNumber && { idNumber }),
    ...(tap && { openid: tap.openid }),
  })
  if (fresh) return fresh

  const known = await deps.candidates.findByPhone(orgId, phone)
  const identity = known && (await deps.candidates.identityOf(orgId, known.id))
  if (!known || identity?.name !== name) throw conflict('applicant-known-otherwise')
  if (tap && !known.openid) await deps.candidates.bindOpenid(orgId, known.id, tap.openid)
  return known
}
