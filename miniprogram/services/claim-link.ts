/** A link that was sent about an application carries a proof: with it, a WeChat that was never seen may ask for the application. */
import { routes } from '../routes.js'
import type { ApiError } from './api-error.js'

export interface ClaimLink {
  applicationId: string
  proof: string
}

export function claimLinkOf(query: Record<string, string | undefined>): ClaimLink | undefined {
  const [applicationId, proof] = [query['application'], query['proof']]
  return applicationId && proof ? { applicationId, proof } : undefined
}

/** True when it went to the page that asks whose it is: the page could not be found for this WeChat. */
export function claimInstead(link: ClaimLink | undefined, { code }: ApiError, opens: 'status' | 'letter'): boolean {
  if (!link || code !== 'not-found') return false
  void wx.redirectTo({ url: routes.claim(link, opens) })
  return true
}
