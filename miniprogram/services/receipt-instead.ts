/** What is not there any more may have been deleted: whoever applied with this WeChat is shown the receipt instead of a fault. */
import { routes } from '../routes.js'
import type { ApiError } from './api-error.js'
import { api } from './candidate.js'

/** True when it went to the receipts. */
export async function receiptInstead({ code }: ApiError): Promise<boolean> {
  if (code !== 'not-found') return false
  const receipts = await api.call('GET /api/candidate/deletions').then(
    ({ deletions }) => deletions.length,
    () => 0,
  )
  if (receipts > 0) void wx.redirectTo({ url: routes.receipt() })
  return receipts > 0
}
