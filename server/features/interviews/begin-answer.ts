import type { AnswerMode } from '../../../shared/contracts/answer-modes.js'
import { answersIn, inWay, secondsIn, secondsNow } from './answer-way.js'
import { questionOf, withQuestion, type Interview } from './interview.js'
import { act, type Act } from './phone.js'
import { skipThinking } from './question-clock.js'
import {
  allowed,
  alreadyWritten,
  notOffered,
  notShown,
  refused,
  tooLateForWay,
  unknownQuestion,
  type Ruling,
} from './ruling.js'

interface BeginAnswer extends Act {
  number: number
  /** Absent: as chosen before, or as the bank asks for it. */
  answerWith?: AnswerMode | undefined
}

/** The candidate is ready before the thinking time is over, or wants to answer in another way and has not begun to. */
export function beginAnswer(interview: Interview, { number, answerWith, ...who }: BeginAnswer): Ruling {
  return act(interview, who, (current) => {
    const question = questionOf(current, number)
    if (!question) return refused(current, unknownQuestion())
    if (question.answer) return allowed(current)
    if (!question.clock) return refused(current, notShown(number))

    const way = answerWith ?? answersIn(question)
    if (secondsIn(question, way) === undefined) return refused(current, notOffered(number))
    if (way !== answersIn(question) && question.draft?.text) return refused(current, alreadyWritten(number))
    const chosen = inWay({ ...question, clock: question.clock }, way)
    if (chosen.answersBy !== question.answersBy && chosen.clock.answerEndsAt <= who.now)
      return refused(current, tooLateForWay(number))

    const clock = skipThinking(chosen.clock, secondsNow(chosen), who.now)
    return allowed(clock === question.clock ? current : withQuestion(current, { ...chosen, clock }))
  })
}
