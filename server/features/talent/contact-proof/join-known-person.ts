/**
 * What the bank knows under a number or an address that was proved comes to the WeChat that proved it. The name must be the same as
 * well: numbers are given to other people, and an address that stands in files of several names, as an agency's does, is nobody's proof.
 * Then HR decides.
 */
import type { Clock } from '../../../ports/clock.js'
import type { ApplicationStore } from '../application-store.js'
import type { Holder } from '../application.js'
import { ownedByBank, plainName, type Candidate } from '../candidate.js'
import type { CandidateStore, KnownCandidate } from '../candidate-store.js'

export interface JoinDeps {
  candidates: Pick<CandidateStore, 'findByPhone' | 'findManyWithIdentity' | 'findWithIdentity'>
  applications: Pick<ApplicationStore, 'listOf' | 'addHolder' | 'importedWithEmail'>
  clock: Clock
}

export type ProvedContact = { by: 'phone' | 'email'; contact: string }

export async function joinKnownPerson(
  deps: JoinDeps,
  { orgId, openid, name, proved }: { orgId: string; openid: string; name: string; proved: ProvedContact },
): Promise<Candidate | undefined> {
  const found = proved.by === 'phone' ? await underPhone(deps, orgId, proved) : await underEmail(deps, orgId, proved)
  if (found.length === 0 || found.some((file) => file.unreadable || plainName(file.name) !== plainName(name)))
    return undefined

  const holder: Holder = { openid, by: proved.by, at: deps.clock.now() }
  const ids = found.map(({ id }) => id)
  for (const application of await deps.applications.listOf(orgId, ids))
    await deps.applications.addHolder(application, holder)
  return found[0]
}

async function underPhone(
  { candidates }: JoinDeps,
  orgId: string,
  { contact }: ProvedContact,
): Promise<KnownCandidate[]> {
  const file = await candidates.findByPhone(orgId, ownedByBank, contact)
  const known = file && (await candidates.findWithIdentity(orgId, file.id))
  return known ? [known] : []
}

async function underEmail(deps: JoinDeps, orgId: string, { contact }: ProvedContact): Promise<KnownCandidate[]> {
  const ids = await deps.applications.importedWithEmail(orgId, contact)
  const files = await deps.candidates.findManyWithIdentity(orgId, ids)
  return ids.flatMap((id) => files.get(id) ?? [])
}
