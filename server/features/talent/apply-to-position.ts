/** A résumé arrives: from the candidate's own tap, or by import. Asked twice with the same content, it returns the same application. */
import type { AcceptedNotice } from '../../../shared/contracts/consent.js'
import type { Resume } from '../../../shared/contracts/talent.js'
import type { Language } from '../../../shared/contracts/text.js'
import type { Clock } from '../../ports/clock.js'
import { canonicalJson } from '../../canonical-json.js'
import { conflict } from '../../errors.js'
import type { Timeline } from '../timeline/index.js'
import type { Application } from './application.js'
import type { StoredApplication } from './application-row-store.js'
import type { ApplicationStore, NewApplication } from './application-store.js'
import { ownedByBank, plainName, type Candidate } from './candidate.js'
import type { CandidateStore } from './candidate-store.js'
import { joinKnownPerson, type JoinDeps } from './contact-proof/join-known-person.js'
import type { ContactProofStore } from './contact-proof/contact-proof-store.js'

export interface ApplyDeps {
  candidates: JoinDeps['candidates'] & Pick<CandidateStore, 'insertUnlessKnown' | 'findByIdNumber' | 'identityOf'>
  applications: JoinDeps['applications'] & Pick<ApplicationStore, 'insertUnlessApplied' | 'findBySubmission'>
  phoneProofs: Pick<ContactProofStore, 'isProved'>
  emailProofs: Pick<ContactProofStore, 'isProved'>
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
  /** Set when the candidate tapped: who they are to WeChat, the key of the tap, and the notice they accepted by it. */
  tap?: { openid: string; submissionKey: string; notice: AcceptedNotice }
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
  const { orgId, positionId, resume, source, tap } = input
  const appliedAt = deps.clock.now()
  const fresh: NewApplication = {
    orgId,
    positionId,
    resume,
    source,
    candidateId: candidate.id,
    appliedAt,
    ...(tap && { notice: { ...tap.notice, at: appliedAt } }),
    holders: tap ? [{ openid: tap.openid, by: 'applied', at: appliedAt }] : [],
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
 * A WeChat's own file, or the bank's: what is typed into the phone is a claim and never opens the file of somebody else, so that
 * it makes no difference to the caller whom the bank knows.
 */
async function candidateFor(deps: ApplyDeps, input: Apply): Promise<Candidate> {
  const { orgId, resume, language, tap } = input
  const { name, phone, idNumber } = resume
  const { known, phoneProved } = await provedBefore(deps, input)
  if (known) return known
  const owner = tap?.openid ?? ownedByBank
  const fresh = await deps.candidates.insertUnlessKnown({
    orgId,
    owner,
    name,
    phone,
    language,
    phoneProved,
    createdAt: deps.clock.now(),
    ...(idNumber && { idNumber }),
  })
  return fresh ?? (tap ? ownFile(deps, { orgId, owner, phone, idNumber }) : bankFile(deps, { orgId, name, phone }))
}

/** Somebody who has proved the number, or the address, comes into the file that the bank has of them. */
async function provedBefore(
  deps: ApplyDeps,
  { orgId, resume: { name, phone, email }, tap }: Apply,
): Promise<{ known?: Candidate; phoneProved: boolean }> {
  if (!tap) return { phoneProved: true }
  const who = { orgId, openid: tap.openid }
  const phoneProved = await deps.phoneProofs.isProved({ ...who, contact: phone })
  const emailProved = email !== undefined && (await deps.emailProofs.isProved({ ...who, contact: email }))
  const known =
    (phoneProved && (await joinKnownPerson(deps, { ...who, name, proved: { by: 'phone', contact: phone } }))) ||
    (emailProved && (await joinKnownPerson(deps, { ...who, name, proved: { by: 'email', contact: email } })))
  return { ...(known && { known }), phoneProved }
}

/** One phone, or a new one of the person with that identity number. */
async function ownFile(
  { candidates }: ApplyDeps,
  { orgId, owner, phone, idNumber }: { orgId: string; owner: string; phone: string; idNumber: string | undefined },
): Promise<Candidate> {
  const byPhone = await candidates.findByPhone(orgId, owner, phone)
  const known = byPhone ?? (idNumber && (await candidates.findByIdNumber(orgId, owner, idNumber)))
  if (!known) throw new Error('a file that was there is gone')
  return known
}

/** Whoever imports may know that the number is another person's. */
async function bankFile(
  { candidates }: ApplyDeps,
  { orgId, name, phone }: { orgId: string; name: string; phone: string },
): Promise<Candidate> {
  const known = await candidates.findByPhone(orgId, ownedByBank, phone)
  const identity = known && (await candidates.identityOf(orgId, known.id))
  if (!known || !identity || plainName(identity.name) !== plainName(name)) throw conflict('applicant-known-otherwise')
  return known
}
