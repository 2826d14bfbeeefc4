/** Sends a code to a number or an address that somebody says is theirs. Whether the bank knows it makes no difference to what they see. */
import { AppError, unavailable } from '../../../errors.js'
import type { Clock } from '../../../ports/clock.js'
import type { SendOutcome } from '../../../ports/messenger.js'
import { takeAll, type Quotas } from '../../../mongo/quota-store.js'
import { codeFrom, codeLifeMs, codeQuotas, mayAskAgainAt, type ContactKind } from './contact-code.js'
import type { Asker, ContactProofStore } from './contact-proof-store.js'

export interface RequestCodeDeps {
  kind: ContactKind
  proofs: Pick<ContactProofStore, 'keyOf' | 'sentAt' | 'keep'>
  quotas: Quotas
  /** The code itself, and for how many minutes it works. */
  sendCode: (asker: Asker, code: string, minutes: number) => Promise<SendOutcome>
  clock: Clock
  randomBytes: (size: number) => Uint8Array
}

export async function requestCode(
  deps: RequestCodeDeps,
  asker: Asker & { network: string },
): Promise<{ againAt: Date }> {
  const now = deps.clock.now()
  await refuseTooSoon(deps, asker, now)
  await takeQuotas(deps, asker)

  const code = codeFrom(deps.randomBytes(4))
  await deps.proofs.keep(asker, { code, sentAt: now, expiresAt: new Date(now.getTime() + codeLifeMs) })
  const outcome = await deps.sendCode(asker, code, codeLifeMs / 60_000)
  // `unknown` may have arrived: the person looks, and may ask again after a minute.
  if (outcome.kind !== 'sent' && outcome.kind !== 'unknown') throw unavailable(`${deps.kind}-code-not-sent`)
  return { againAt: mayAskAgainAt(now) }
}

async function refuseTooSoon({ proofs }: RequestCodeDeps, asker: Asker, now: Date): Promise<void> {
  const before = await proofs.sentAt(asker)
  const waitMs = before ? mayAskAgainAt(before).getTime() - now.getTime() : 0
  if (waitMs > 0) throw tooMany(waitMs / 1000)
}

async function takeQuotas(
  { kind, proofs, quotas }: RequestCodeDeps,
  asker: Asker & { network: string },
): Promise<void> {
  const { orgId, openid, network } = asker
  const { ofOpenid, ofNetwork, ofContact } = codeQuotas(kind)
  const taken = await takeAll(quotas, [
    [ofOpenid, `${orgId}:${openid}`],
    [ofNetwork, `${orgId}:${network}`],
    [ofContact, `${orgId}:${proofs.keyOf(asker)}`],
  ])
  if (taken.kind === 'over') throw tooMany(taken.againAfterSeconds)
}

const tooMany = (seconds: number) =>
  new AppError('too-many-codes', 429, 'too many codes', { retryAfterSeconds: Math.ceil(seconds) })
