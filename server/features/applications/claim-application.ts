/**
 * Somebody follows a link that was sent to the phone of an applicant, in a WeChat that was never seen: the link and the last digits of
 * the phone together make the application theirs. A wrong link is not told from one to nothing.
 */
import { AppError, forbidden, notFound } from '../../errors.js'
import type { Quota, Quotas } from '../../mongo/quota-store.js'
import type { Clock } from '../../ports/clock.js'
import { phoneTail, type ApplicationStore, type CandidateStore, type LinkProofs } from '../talent/index.js'

export interface ClaimDeps {
  applications: Pick<ApplicationStore, 'findById' | 'addHolder'>
  candidates: Pick<CandidateStore, 'identityOf'>
  linkProofs: Pick<LinkProofs, 'isRight'>
  quotas: Quotas
  clock: Clock
}

/** Ten thousand endings: five guesses a day at one application, whoever makes them. */
const guesses: Quota = { name: 'claim-tail', count: 5, perSeconds: 86_400 }

export interface Claim {
  orgId: string
  openid: string
  applicationId: string
  proof: string
  tail: string
}

export async function claimApplication(deps: ClaimDeps, claim: Claim): Promise<void> {
  const { orgId, openid, applicationId, proof, tail } = claim
  const application = await deps.applications.findById(orgId, applicationId)
  if (!application || !deps.linkProofs.isRight(orgId, applicationId, proof)) throw notFound('application')

  const taken = await deps.quotas.take(guesses, `${orgId}:${applicationId}`)
  if (taken.kind === 'over')
    throw new AppError('claim-locked', 423, 'claim-locked', { retryAfterSeconds: taken.againAfterSeconds })
  const identity = await deps.candidates.identityOf(orgId, application.candidateId)
  if (!identity || phoneTail(identity.phone) !== tail) throw forbidden('wrong-phone-tail', { triesLeft: taken.left })

  await deps.applications.addHolder(application, { openid, by: 'link', at: deps.clock.now() })
}
