/**
 * How an endpoint of a model is asked, whatever it reads or hears: a few at once, each for so long, once more where that may help, and not
 * at all for a while after it failed time and again.
 */
import {
  BrokenCircuitError,
  BulkheadRejectedError,
  ConsecutiveBreaker,
  ConstantBackoff,
  TimeoutStrategy,
  bulkhead,
  circuitBreaker,
  handleWhen,
  retry,
  timeout,
  wrap,
} from 'cockatiel'
import { CallFailed } from './json-call.js'

/** Of one endpoint, as an operator or a test sets it. */
export interface Patience {
  callSeconds: number
  /** Before what failed is asked again. */
  pauseMs?: number
  /** After as many failures as open the breaker. */
  breakMs?: number
}

interface Manner {
  atOnce: number
  /** More are refused. */
  waiting: number
  isWorthAsking: (code: string) => boolean
  /** A refusal of one question may say nothing about the next. */
  countsAgainstIt?: (code: string) => boolean
}

type Reply = Record<string, unknown>
type Within = (signal: AbortSignal, work: (patience: AbortSignal) => Promise<Reply>) => Promise<Reply>

const failuresToBreak = 5

export function patientWith(
  { callSeconds, pauseMs = 500, breakMs = 30_000 }: Patience,
  { atOnce, waiting, isWorthAsking, countsAgainstIt = () => true }: Manner,
): Within {
  const failedWith = (test: (code: string) => boolean) =>
    handleWhen((error) => error instanceof CallFailed && test(error.code))
  const breaker = circuitBreaker(failedWith(countsAgainstIt), {
    halfOpenAfter: breakMs,
    breaker: new ConsecutiveBreaker(failuresToBreak),
  })
  const again = retry(failedWith(isWorthAsking), { maxAttempts: 1, backoff: new ConstantBackoff(pauseMs) })
  const patience = timeout(callSeconds * 1000, { strategy: TimeoutStrategy.Cooperative, abortOnReturn: false })
  const all = wrap(bulkhead(atOnce, waiting), again, breaker, patience)

  // A signal of its own each: one that many listen to is taken for a leak.
  return (signal, work) => all.execute((context) => work(context.signal), AbortSignal.any([signal]))
}

/** What went wrong, with a code that holds nothing of what was sent. `reasonOf`: of a call that failed. */
export function failureIn<Reason extends string>(
  error: unknown,
  signal: AbortSignal,
  reasonOf: (code: string) => Reason,
): { reason: Reason | 'late' | 'unreachable' | 'busy'; code: string } {
  if (signal.aborted) return { reason: 'late', code: 'deadline' }
  if (error instanceof BrokenCircuitError) return { reason: 'unreachable', code: 'breaker-open' }
  if (error instanceof BulkheadRejectedError) return { reason: 'busy', code: 'queue-full' }
  if (!(error instanceof CallFailed)) return { reason: 'unreachable', code: 'unexpected' }
  return { reason: reasonOf(error.code), code: error.code }
}
