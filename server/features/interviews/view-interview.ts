import { notFound } from '../../errors.js'
import type { Clock } from '../../ports/clock.js'
import { catchUp } from './catch-up.js'
import type { Interview } from './interview.js'
import type { InterviewStore, WhichInterview } from './interview-store.js'

interface ViewDeps {
  interviews: Pick<InterviewStore, 'find'>
  clock: Clock
}

/** Looking is no sign of life of the phone and writes nothing; time that has passed shows all the same. */
export async function viewInterview(deps: ViewDeps, which: WhichInterview): Promise<Interview> {
  const interview = await deps.interviews.find(which)
  if (!interview) throw notFound('interview')
  return catchUp(interview, deps.clock.now())
}
