/** Sends a code to a number that somebody says is theirs. Whether the bank knows the number makes no difference to what they see. */
import { AppError, unavailable } from '../../../errors.js'
import type { Clock } from '../../../ports/clock.js'
import type { SmsMessenger } from '../../../ports/messenger.js'
import { takeAll, type Quotas } from '../../../mongo/quota-store.js'
import { codeFrom, codeLifeMs, codeQuotas, mayAskAgainAt } from './phone-code.js'
import type { Asker, PhoneProofStore } from './phone-proof-store.js'

export interface RequestCodeDeps {
  phoneProofs: Pick<PhoneProofStore, 'keyOf' | 'sentAt' | 'keep'>
  quotas: Quotas
  sms: Pick<SmsMessenger, 'send'>
  clock: Clock
  randomBytes: (size: number) => Uint8Array
}

export async function requestPhoneCode(
  deps: RequestCodeDeps,
  asker: Asker & { network: string },
): Promise<{ againAt: Date }> {
  const now = deps.clock.now()
  await refuseTooSoon(deps, asker, now)
  await takeQuotas(deps, asker)

  const code = codeFrom(deps.randomBytes(4))
  await deps.phoneProofs.keep(asker, { code, sentAt: now, expiresAt: new Date(now.getTime() + codeLifeMs) })
  const fields = { code, minutes: String(codeLifeMs / 60_000) }
  const outcome = await deps.sms.send({ phone: asker.phone, template: 'phone-code', fields })
  // `unknown` may have arrived: the person looks at the phone, and may ask again after a minute.
  if (outcome.kind !== 'sent' && outcome.kind !== 'unknown') throw unavailable('phone-code-not-sent')
  return { againAt: mayAskAgainAt(now) }
}

async function refuseTooSoon({ phoneProofs }: RequestCodeDeps, asker: Asker, now: Date): Promise<void> {
  const before = await phoneProofs.sentAt(asker)
  const waitMs = before ? mayAskAgainAt(before).getTime() - now.getTime() : 0
  if (waitMs > 0) throw tooMany(waitMs / 1000)
}

async function takeQuotas({ phoneProofs, quotas }: RequestCodeDeps, asker: Asker & { network: string }): Promise<void> {
  const { orgId, openid, network } = asker
  const taken = await takeAll(quotas, [
    [codeQuotas.ofOpenid, `${orgId}:${openid}`],
    [codeQuotas.ofNetwork, `${orgId}:${network}`],
    [codeQuotas.ofPhone, `${orgId}:${phoneProofs.keyOf(asker)}`],
  ])
  if (taken.kind === 'over') throw tooMany(taken.againAfterSeconds)
}

const tooMany = (seconds: number) =>
  new AppError('too-many-codes', 429, 'too many codes', { retryAfterSeconds: Math.ceil(seconds) })
