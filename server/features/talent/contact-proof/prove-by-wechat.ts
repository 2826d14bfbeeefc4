/** One tap instead of a code: WeChat says which number it knows for this person. Each answer costs money, so it is counted like a code. */
import { AppError, unavailable } from '../../../errors.js'
import { takeAll, type Quota, type Quotas } from '../../../mongo/quota-store.js'
import type { Budget } from '../../../ports/budget.js'
import type { WechatNumber } from '../../../ports/wechat-number.js'
import { phoneIsTheirs, type ProveDeps } from './prove-contact.js'

export interface ProveByWechatDeps extends Omit<ProveDeps, 'emailProofs'> {
  /** Absent where the mini-program may not ask. */
  wechatNumber?: WechatNumber | undefined
  wechatNumbers: Budget
  quotas: Quotas
}

const day = 86_400
const ofOpenid: Quota = { name: 'wechat-number-openid', count: 5, perSeconds: day }
const ofNetwork: Quota = { name: 'wechat-number-network', count: 100, perSeconds: day }

interface Tap {
  orgId: string
  openid: string
  network: string
  code: string
}

export async function proveByWechat(deps: ProveByWechatDeps, { orgId, openid, network, code }: Tap): Promise<string> {
  if (!deps.wechatNumber) throw unavailable('wechat-number-unavailable')
  const taken = await takeAll(deps.quotas, [
    [ofOpenid, `${orgId}:${openid}`],
    [ofNetwork, `${orgId}:${network}`],
  ])
  if (taken.kind === 'over')
    throw new AppError('too-many-codes', 429, 'too many numbers', { retryAfterSeconds: taken.againAfterSeconds })
  if ((await deps.wechatNumbers.take()).kind === 'over') throw unavailable('wechat-number-unavailable')

  const phone = await deps.wechatNumber.numberOf(code)
  await phoneIsTheirs(deps, { orgId, openid, contact: phone })
  return phone
}
