import { questionOf, withQuestion, type Interview } from './interview.js'
import { withEvent } from './interview-events.js'
import { act, type Act } from './phone.js'
import { isSlowToShow, startClock } from './question-clock.js'
import { allowed, notIssued, refused, unknownQuestion, windowClosed, type Ruling } from './ruling.js'

/** The question stands on the screen: its clock starts now, and only once. */
export function acknowledgeShown(interview: Interview, { number, ...who }: Act & { number: number }): Ruling {
  const { now } = who
  return act(interview, who, (current) => {
    const question = questionOf(current, number)
    if (!question) return refused(current, unknownQuestion())
    if (question.clock) return allowed(current)
    if (current.status !== 'started') return refused(current, windowClosed())
    if (!question.issuedAt) return refused(current, notIssued(number))

    const shown = withQuestion(current, { ...question, clock: startClock(question, now) })
    const isSlow = isSlowToShow(question.issuedAt, now)
    return allowed(
      isSlow ? withEvent(shown, { kind: 'slow-to-show', number, from: question.issuedAt, to: now }) : shown,
    )
  })
}
