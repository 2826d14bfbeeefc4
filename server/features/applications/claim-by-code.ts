/**
 * Somebody has an SMS whose text could carry no link of its own: the short code in it and the last digits of the phone together make the
 * applications of that file theirs. Every refusal is the same and costs the same, whether such a code exists or not.
 */
import { AppError, forbidden } from '../../errors.js'
import { takeAll, type Quota, type Quotas } from '../../mongo/quota-store.js'
import type { Clock } from '../../ports/clock.js'
import { phoneTail, type Application, type ApplicationStore, type CandidateStore } from '../talent/index.js'

export interface ClaimByCodeDeps {
  applications: Pick<ApplicationStore, 'listOf' | 'addHolder'>
  candidates: Pick<CandidateStore, 'findByShortCode' | 'identityOf'>
  quotas: Quotas
  clock: Clock
}

const day = 86_400
/** A million codes with ten thousand endings each: five tries a day for a WeChat and at a code, a hundred from a network. */
const limits = {
  ofWechat: { name: 'claim-code-wechat', count: 5, perSeconds: day },
  ofNetwork: { name: 'claim-code-network', count: 100, perSeconds: day },
  ofCode: { name: 'claim-code', count: 5, perSeconds: day },
} satisfies Record<string, Quota>

export interface CodeClaim {
  orgId: string
  openid: string
  network: string
  code: string
  tail: string
}

/** The newest application of the file. */
export async function claimByCode(deps: ClaimByCodeDeps, claim: CodeClaim): Promise<Application> {
  const triesLeft = await takeTry(deps, claim)
  const applications = await applicationsBehind(deps, claim)
  const newest = applications[0]
  if (!newest) throw forbidden('wrong-claim-code', { triesLeft })

  const at = deps.clock.now()
  for (const application of applications)
    await deps.applications.addHolder(application, { openid: claim.openid, by: 'link', at })
  return newest
}

async function takeTry({ quotas }: ClaimByCodeDeps, { orgId, openid, network, code }: CodeClaim): Promise<number> {
  const taken = await takeAll(quotas, [
    [limits.ofWechat, `${orgId}:${openid}`],
    [limits.ofNetwork, `${orgId}:${network}`],
    [limits.ofCode, `${orgId}:${code.toUpperCase()}`],
  ])
  if (taken.kind === 'taken') return taken.left
  throw new AppError('claim-locked', 423, 'claim-locked', { retryAfterSeconds: taken.againAfterSeconds })
}

/** Nothing where no SMS could have gone: a number that somebody only claimed proves nothing. */
async function applicationsBehind(
  { applications, candidates }: ClaimByCodeDeps,
  { orgId, code, tail }: CodeClaim,
): Promise<Application[]> {
  const candidate = await candidates.findByShortCode(orgId, code.toUpperCase())
  if (!candidate?.phoneProved) return []
  const identity = await candidates.identityOf(orgId, candidate.id)
  if (!identity || phoneTail(identity.phone) !== tail) return []
  return applications.listOf(orgId, [candidate.id])
}
