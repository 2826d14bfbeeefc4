import { currentQuestion, questionOf, withQuestion, type Interview } from './interview.js'
import { act, type Act } from './phone.js'
import { allowed, previousNotEnded, refused, unknownQuestion, windowClosed, type Ruling } from './ruling.js'

/**
 * Sends a question because its phone asks for it: never before the one before has ended, never by itself while the
 * candidate is away. The rest may be cut short; asking again changes nothing.
 */
export function issueQuestion(interview: Interview, { number, ...who }: Act & { number: number }): Ruling {
  return act(interview, who, (current) => {
    const question = questionOf(current, number)
    if (!question) return refused(current, unknownQuestion())
    if (question.issuedAt) return allowed(current)
    if (current.status !== 'started') return refused(current, windowClosed())
    if (currentQuestion(current) !== question) return refused(current, previousNotEnded(number))

    const { rest: _rest, ...going } = current
    return allowed(withQuestion(going, { ...question, issuedAt: who.now }))
  })
}
