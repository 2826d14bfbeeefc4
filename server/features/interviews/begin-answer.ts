import { questionOf, withQuestion, type Interview } from './interview.js'
import { act, type Act } from './phone.js'
import { skipThinking } from './question-clock.js'
import { allowed, notShown, refused, unknownQuestion, type Ruling } from './ruling.js'

/** The candidate is ready before the thinking time is over. */
export function beginAnswer(interview: Interview, { number, ...who }: Act & { number: number }): Ruling {
  return act(interview, who, (current) => {
    const question = questionOf(current, number)
    if (!question) return refused(current, unknownQuestion())
    if (question.answer) return allowed(current)
    if (!question.clock) return refused(current, notShown(number))

    const clock = skipThinking(question.clock, question, who.now)
    return allowed(clock === question.clock ? current : withQuestion(current, { ...question, clock }))
  })
}
