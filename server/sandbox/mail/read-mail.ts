import type { Email } from 'postal-mime'
import { sandboxCredentials } from '../../../shared/contracts/sandbox.js'

/** What is wrong with the message itself; a server that lets it pass would be taken for a spammer's. */
export function faultOfMail(
  { from, to, subject, messageId, date, text }: Email,
  recipient: string,
): string | undefined {
  if (from?.address !== sandboxCredentials.email.user) return 'From is not the sender'
  if (to?.length !== 1 || to[0]!.address?.toLowerCase() !== recipient.toLowerCase()) return 'To is not the recipient'
  if (!subject?.trim() || /[\r\n]/.test(subject)) return 'Subject missing'
  if (!messageId) return 'Message-ID missing'
  if (!date) return 'Date missing'
  return text?.trim() ? undefined : 'No readable text'
}
