/** Tencent Cloud ASR: what its codes mean for hearing the same again (API 3.0 error codes, document 1093/37823). */
import type { DeafReason } from '../../ports/transcriber.js'
import { arrivedAfter, arrivedWithStatus, CallFailed } from '../json-call.js'

/** The longest beginning of a code decides; a code of no row is refused: key, right, money or the clip itself. */
const meanings: Record<string, DeafReason> = {
  RequestLimitExceeded: 'busy',
  LimitExceeded: 'busy',
  ResourceInsufficient: 'busy',
  ResourceUnavailable: 'busy',
  'FailedOperation.ServiceBusy': 'busy',
  InternalError: 'unreachable',
  // Made anew at the next turn
  'FailedOperation.NoSuchTask': 'unreachable',
  'http-429': 'busy',
  'http-5': 'unreachable',
  timeout: 'late',
  'not-json': 'unusable-reply',
  network: 'unreachable',
  E: 'unreachable',
}

export function reasonOf(code: string): DeafReason {
  const row = Object.keys(meanings)
    .filter((start) => (start === 'E' ? /^E[A-Z_]{4,}$/.test(code) : code.startsWith(start)))
    .sort((one, other) => other.length - one.length)[0]
  return row ? meanings[row]! : 'refused'
}

/** The SDK turns network errors into texts; the error's name in them is all that is left, and all that is kept. */
export function callFailed(error: unknown): CallFailed {
  if (error instanceof CallFailed) return error
  const { code, httpCode, message = '' } = error as { code?: string; httpCode?: number; message?: string }
  if (code && /^[A-Z]\w+(\.\w+)*$/.test(code)) return new CallFailed(code, 'no')
  if (httpCode) return new CallFailed(`http-${httpCode}`, arrivedWithStatus(httpCode))
  if (/json/i.test(message)) return new CallFailed('not-json', 'maybe')
  const network = /\b(E[A-Z_]{4,})\b/.exec(message)?.[1] ?? (/timeout/i.test(message) ? 'timeout' : 'network')
  return new CallFailed(network, arrivedAfter(network))
}
