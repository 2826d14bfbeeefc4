/**
 * What the bank knows under a proved number comes to the WeChat that proved it. The name must be the same as well: numbers are given
 * to other people, and then HR decides.
 */
import type { Clock } from '../../../ports/clock.js'
import type { ApplicationStore } from '../application-store.js'
import { ownedByBank, plainName, type Candidate } from '../candidate.js'
import type { CandidateStore } from '../candidate-store.js'

export interface JoinDeps {
  candidates: Pick<CandidateStore, 'findByPhone' | 'identityOf'>
  applications: Pick<ApplicationStore, 'listOf' | 'addHolder'>
  clock: Clock
}

export async function joinKnownPerson(
  deps: JoinDeps,
  { orgId, openid, phone, name }: { orgId: string; openid: string; phone: string; name: string },
): Promise<Candidate | undefined> {
  const known = await deps.candidates.findByPhone(orgId, ownedByBank, phone)
  const identity = known && (await deps.candidates.identityOf(orgId, known.id))
  if (!known || !identity || plainName(identity.name) !== plainName(name)) return undefined

  const at = deps.clock.now()
  for (const application of await deps.applications.listOf(orgId, [known.id]))
    await deps.applications.addHolder(application, { openid, by: 'phone', at })
  return known
}
