import type { Clock } from '../../ports/clock.js'
import { catchUp } from './catch-up.js'
import { changeIfBegun, type ChangeDeps } from './change-interview.js'
import type { InterviewStore } from './interview-store.js'
import { allowed } from './ruling.js'

interface Deps extends ChangeDeps {
  interviews: Pick<InterviewStore, 'change' | 'findOverdue'>
  clock: Clock
}

const batch = 200

/**
 * Ends what time ended while nobody asked: a question whose deadline passed, an interview whose window closed. Rules decide
 * when; being late or running in two processes changes nothing. One interview that fails does not keep the others waiting.
 */
export async function endOverdue(deps: Deps): Promise<void> {
  const failures: unknown[] = []
  for (const which of await deps.interviews.findOverdue(deps.clock.now(), batch)) {
    await changeIfBegun(deps, which, (interview, now) => allowed(catchUp(interview, now))).catch((error: unknown) =>
      failures.push(error),
    )
  }
  if (failures.length > 0)
    throw new AggregateError(failures, `${failures.length} interviews could not be brought up to date`)
}
