import { msBetween } from './instants.js'
import { questionOf, withQuestion, type Interview, type InterviewQuestion, type SimplerWhy } from './interview.js'
import { act, type Act } from './phone.js'
import { allowed, noSimpler, notShown, notSilent, refused, unknownQuestion, type Ruling } from './ruling.js'

/** The phone's seconds and ours are not quite the same. */
const slackMs = 1_000

/**
 * The plainer wording of a question, once: to whoever asks while it runs, or to whoever is silent while they answer, as the phone tells. It
 * neither ends nor moves a clock, and is scored by the same rubric; that it was shown is a fact on the report.
 */
export function askSimpler(
  interview: Interview,
  { number, why, ...who }: Act & { number: number; why: SimplerWhy },
): Ruling {
  return act(interview, who, (current) => {
    const question = questionOf(current, number)
    if (!question) return refused(current, unknownQuestion())
    if (question.answer || question.simpler) return allowed(current)
    if (!question.clock) return refused(current, notShown(number))
    if (!question.simplerStem) return refused(current, noSimpler(number))
    if (why === 'silent' && !mayBeSilent(current, question, who.now)) return refused(current, notSilent(number))
    return allowed(withQuestion(current, { ...question, simpler: { at: who.now, why } }))
  })
}

/** Nobody has been silent for longer than they have been answering. */
function mayBeSilent({ simplerAfterSeconds }: Interview, { clock }: InterviewQuestion, now: Date): boolean {
  if (simplerAfterSeconds === undefined || !clock) return false
  return msBetween(clock.thinkingEndsAt, now) >= simplerAfterSeconds * 1000 - slackMs
}
