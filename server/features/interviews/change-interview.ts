import { notFound } from '../../errors.js'
import type { Clock } from '../../ports/clock.js'
import type { Interview } from './interview.js'
import type { InterviewStore, WhichInterview } from './interview-store.js'
import type { Ruling } from './ruling.js'

export interface ChangeDeps {
  interviews: Pick<InterviewStore, 'change'>
  clock: Clock
  wake: (job: 'follow-interviews') => void
}

export type Rule = (interview: Interview, now: Date) => Ruling

/**
 * The one way in which anything happens to an interview. Refused acts are stored too, for the clock may have moved, and only
 * then thrown. An interview of somebody else is not found.
 */
export async function changeInterview(deps: ChangeDeps, which: WhichInterview, rule: Rule): Promise<Interview> {
  const interview = await changeIfBegun(deps, which, rule)
  if (!interview) throw notFound('interview')
  return interview
}

/** The same, undefined when there is no such interview. */
export async function changeIfBegun(
  deps: ChangeDeps,
  which: WhichInterview,
  rule: Rule,
): Promise<Interview | undefined> {
  const changed = await deps.interviews.change(which, (interview) => rule(interview, deps.clock.now()))
  if (!changed) return undefined

  const {
    before,
    outcome: { interview, refusal },
  } = changed
  if (interview.news.length > before.news.length) deps.wake('follow-interviews')
  if (refusal) throw refusal
  return interview
}
