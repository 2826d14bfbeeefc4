/** Time-based one-time codes (RFC 6238): SHA-1, six digits, 30 s, as every authenticator app knows them; one step early or late is taken. */
import { generateURI, verifySync } from 'otplib'
import { toString as toQr } from 'qrcode'

const stepSeconds = 30

/** The time step whose code this is, if one near `now` is. */
export function stepOf(secret: string, code: string, now: Date): number | undefined {
  const epoch = Math.floor(now.getTime() / 1000)
  const found = verifySync({ secret, token: code, epoch, period: stepSeconds, epochTolerance: stepSeconds })
  return found.valid ? Math.floor(epoch / stepSeconds) + found.delta : undefined
}

export async function enrolmentOf(secret: string, { issuer, label }: { issuer: string; label: string }) {
  const otpauthUri = generateURI({ issuer, label, secret, period: stepSeconds })
  return { secret, otpauthUri, qrSvg: await toQr(otpauthUri, { type: 'svg', margin: 1, errorCorrectionLevel: 'M' }) }
}
