/** An authenticator app on a member's phone: time-based codes (RFC 6238: SHA-1, six digits, 30 s) by simulated time. */
import { generateSync } from 'otplib'
import type { AuthenticatorCode } from '../../../shared/contracts/sandbox.js'
import type { Member } from '../core/corp-state.js'
import type { World } from '../core/world.js'
import { ApiError } from '../http/api-error.js'

const periodSeconds = 30
/** As an app accepts a secret: base32, in groups or not; 16 characters are 80 bits, the least that authenticators take. */
const base32 = /^[A-Z2-7]{16,128}$/

/** The same secret twice is one entry, as when a QR code is scanned again. Also takes the otpauth:// link of a QR code. */
export function addSecret(world: World, member: Member, given: { secret: string; label?: string }): void {
  const { secret, label } = given.secret.startsWith('otpauth:') ? ofLink(given.secret) : given
  const clean = secret.replace(/[\s-]/g, '').replace(/=+$/, '').toUpperCase()
  if (!base32.test(clean)) throw new ApiError('not-a-secret', 400, 'the secret must be base32')

  const others = member.authenticator.filter((known) => known.secret !== clean)
  member.authenticator = [...others, { label: label ?? '小招', secret: clean }]
  world.changed({ kind: 'member', id: member.id })
}

export function codesNow(world: World, member: Member): AuthenticatorCode[] {
  const epoch = Math.floor(world.now() / 1000)
  const secondsLeft = periodSeconds - (epoch % periodSeconds)
  return member.authenticator.map(({ label, secret }) => ({
    label,
    code: generateSync({ secret, epoch, period: periodSeconds }),
    secondsLeft,
  }))
}

function ofLink(link: string): { secret: string; label: string } {
  const url = URL.canParse(link) ? new URL(link) : undefined
  return { secret: url?.searchParams.get('secret') ?? '', label: url?.searchParams.get('issuer') ?? '小招' }
}
