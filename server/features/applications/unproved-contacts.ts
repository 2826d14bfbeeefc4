/** Number and address that somebody typed and has not proved yet: told to the WeChat that sent them, and to no other holder. */
import type { ApplicationForCandidate } from '../../../shared/contracts/talent.js'
import type { Application, ApplicationStore, CandidateStore, ContactProofStore } from '../talent/index.js'

export interface UnprovedDeps {
  candidates: Pick<CandidateStore, 'findWithIdentity'>
  applications: Pick<ApplicationStore, 'resumeOf'>
  emailProofs: Pick<ContactProofStore, 'isProved'>
}

export async function unprovedContacts(
  { candidates, applications, emailProofs }: UnprovedDeps,
  application: Application,
  openid: string,
): Promise<Pick<ApplicationForCandidate, 'unproved'>> {
  const { orgId, candidateId, holders } = application
  if (!holders.some((holder) => holder.openid === openid && holder.by === 'applied')) return {}
  const file = await candidates.findWithIdentity(orgId, candidateId)
  if (!file || file.unreadable) return {}

  const phone = file.owner === openid && !file.phoneProved ? file.phone : undefined
  const { email } = await applications.resumeOf(application)
  const emailProved = !email || (await emailProofs.isProved({ orgId, openid, contact: email }))
  const unproved = { ...(phone && { phone }), ...(email && !emailProved && { email }) }
  return Object.keys(unproved).length > 0 ? { unproved } : {}
}
