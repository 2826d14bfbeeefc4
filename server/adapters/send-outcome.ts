/** What a failed call means for a message. One place, because a wrong answer here sends somebody the same message twice. */
import type { SendOutcome } from '../ports/messenger.js'
import { PlatformError } from './platform-call.js'

type Refusal = Extract<SendOutcome, { kind: 'refused' }>['reason']

/** `refusals`: our reason for each kind of a platform's error table; any other refusal is `not-permitted`. */
export function sendOutcomeOf(error: unknown, refusals: Record<string, Refusal>): SendOutcome {
  if (!(error instanceof PlatformError)) throw error
  const code = String(error.errcode)
  if (error.arrived === 'maybe') return { kind: 'unknown', code }
  if (error.retryable) return { kind: 'try-later', code, afterMs: error.afterMs }
  return { kind: 'refused', reason: refusals[error.kind] ?? 'not-permitted', code }
}
