/** The code is right: the phone is in this person's hands, so what the bank knows under it is theirs, and messages may go to it. */
import { forbidden } from '../../../errors.js'
import type { Clock } from '../../../ports/clock.js'
import type { CandidateStore } from '../candidate-store.js'
import { joinKnownPerson, type JoinDeps } from './join-known-person.js'
import type { Asker, PhoneProofStore } from './phone-proof-store.js'

export interface ProveDeps extends JoinDeps {
  phoneProofs: Pick<PhoneProofStore, 'redeem' | 'prove'>
  candidates: JoinDeps['candidates'] & Pick<CandidateStore, 'markPhoneProved'>
  clock: Clock
}

export async function provePhone(deps: ProveDeps, asker: Asker, code: string): Promise<void> {
  const now = deps.clock.now()
  const outcome = await deps.phoneProofs.redeem(asker, code, now)
  if (outcome === 'over') throw forbidden('phone-code-over')
  if (outcome === 'wrong') throw forbidden('phone-code-wrong')

  await deps.phoneProofs.prove(asker, now)
  const own = await deps.candidates.markPhoneProved(asker.orgId, asker.openid, asker.phone)
  const identity = own && (await deps.candidates.identityOf(asker.orgId, own.id))
  if (identity) await joinKnownPerson(deps, { ...asker, name: identity.name })
}
