/** The house's mail server. Without one there is no e-mail. */
import { sandboxCredentials } from '../shared/contracts/sandbox.js'
import type { Reader } from './read-settings.js'

/** A day's codes by mail: a campus day, and too few to earn the house a spammer's name. */
export const usualEmailCodes = 1_000

const thisMachine = ['localhost', '127.0.0.1', '::1']
const securities = ['starttls', 'tls', 'none'] as const
const address = /^([^<>\r\n]*<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/

export function emailOf(read: Reader, { sandboxed, sandboxPort }: { sandboxed: boolean; sandboxPort: number }) {
  if (sandboxed) {
    const port = read.port('SANDBOX_SMTP_PORT', sandboxPort + 1)
    return { host: '127.0.0.1', port, security: 'none' as const, ...sandboxCredentials.email }
  }
  const host = read.text('SMTP_HOST', '')
  if (!host) return undefined
  const security = read.oneOf('SMTP_SECURITY', securities, 'starttls')
  if (security === 'none' && !thisMachine.includes(host)) read.fault('SMTP_SECURITY may be none on this machine only')
  const user = read.text('SMTP_USER', '')
  return {
    host,
    port: read.port('SMTP_PORT', security === 'tls' ? 465 : 587),
    security,
    ...(user && { user, password: read.required('SMTP_PASSWORD') }),
    from: read.matching('SMTP_FROM', address, 'an address such as 江南银行招聘 <hr@bank.example>'),
  }
}
