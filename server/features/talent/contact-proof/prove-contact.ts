/** The code is right: phone or address is in this person's hands, so what the bank knows under it is theirs, and messages may go there. */
import { forbidden } from '../../../errors.js'
import type { Clock } from '../../../ports/clock.js'
import { plainName } from '../candidate.js'
import type { CandidateStore } from '../candidate-store.js'
import type { ApplicationStore } from '../application-store.js'
import { joinKnownPerson, type JoinDeps } from './join-known-person.js'
import type { ContactKind } from './contact-code.js'
import type { Asker, ContactProofStore } from './contact-proof-store.js'

type Proofs = Pick<ContactProofStore, 'redeem' | 'prove'>

export interface ProveDeps extends JoinDeps {
  phoneProofs: Proofs
  emailProofs: Proofs
  candidates: JoinDeps['candidates'] & Pick<CandidateStore, 'markPhoneProved' | 'identityOf'>
  applications: JoinDeps['applications'] & Pick<ApplicationStore, 'listHeldBy'>
  clock: Clock
}

export async function provePhone(deps: ProveDeps, asker: Asker, code: string): Promise<void> {
  await redeem(deps, { kind: 'phone', asker, code })
  await phoneIsTheirs(deps, asker)
}

/** However it was proved. */
export async function phoneIsTheirs(deps: Omit<ProveDeps, 'emailProofs'>, asker: Asker): Promise<void> {
  const { orgId, openid, contact } = asker
  await deps.phoneProofs.prove(asker, deps.clock.now())
  const own = await deps.candidates.markPhoneProved(orgId, openid, contact)
  const identity = own && (await deps.candidates.identityOf(orgId, own.id))
  if (identity) await joinKnownPerson(deps, { orgId, openid, name: identity.name, proved: { by: 'phone', contact } })
}

/** The newest applications of a WeChat say under which names it applied. */
const applicationsLookedAt = 20

export async function proveEmail(deps: ProveDeps, asker: Asker, code: string): Promise<void> {
  const { orgId, openid, contact } = asker
  await redeem(deps, { kind: 'email', asker, code })
  await deps.emailProofs.prove(asker, deps.clock.now())
  for (const name of await ownNames(deps, asker))
    await joinKnownPerson(deps, { orgId, openid, name, proved: { by: 'email', contact } })
}

async function redeem(
  { phoneProofs, emailProofs, clock }: ProveDeps,
  { kind, asker, code }: { kind: ContactKind; asker: Asker; code: string },
): Promise<void> {
  const proofs = kind === 'phone' ? phoneProofs : emailProofs
  const outcome = await proofs.redeem(asker, code, clock.now())
  if (outcome !== 'right') throw forbidden(`${kind}-code-${outcome}`)
}

async function ownNames({ applications, candidates }: ProveDeps, { orgId, openid }: Asker): Promise<string[]> {
  const held = await applications.listHeldBy(orgId, openid, applicationsLookedAt)
  const sent = held.filter(({ holders }) => holders.some((one) => one.openid === openid && one.by === 'applied'))
  const files = await candidates.findManyWithIdentity(orgId, [...new Set(sent.map(({ candidateId }) => candidateId))])
  const readable = [...files.values()].filter(({ unreadable }) => !unreadable)
  return [...new Map(readable.map(({ name }) => [plainName(name), name])).values()]
}
