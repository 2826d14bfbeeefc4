/**
 * A mail server's report about one of our mails (RFC 3464), whole as it came: `Action` and `Status` of its delivery-status part, and the
 * Message-ID of the mail that came back, which only ours have in this form. Nothing else of it is read or kept.
 */
import type { DeliveryReport } from '../../ports/delivery-reports.js'

const isReport = /^content-type:\s*multipart\/report\b[^]*?report-type="?delivery-status/im
const action = /^action:\s*(failed|delayed|delivered|relayed|expanded)\b/im
const status = /^status:\s*(\d\.\d{1,3}\.\d{1,3})/im

/** Empty when nothing is decided yet: `delayed` is tried again by the mail server itself. */
export function readBounce(mail: string, domain: string): DeliveryReport[] | undefined {
  const id = new RegExp(`<([0-9a-f]{24})@${domain.replaceAll('.', '\\.')}>`, 'i').exec(mail)?.[1]
  const said = isReport.test(mail) ? action.exec(mail)?.[1]?.toLowerCase() : undefined
  if (!id || !said) return undefined
  const code = status.exec(mail)?.[1] ?? said
  if (said === 'failed') return [{ platformId: id, delivered: false, code }]
  return said === 'delivered' ? [{ platformId: id, delivered: true, code }] : []
}
