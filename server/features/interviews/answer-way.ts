/** In which way a question is answered, and how long that may take. */
import { isRecorded, type AnswerMode } from '../../../shared/contracts/answer-modes.js'
import { plusMs } from './instants.js'
import type { InterviewQuestion, PlannedQuestion } from './interview.js'
import type { QuestionClock } from './question-clock.js'

type Ways = Pick<InterviewQuestion, 'answerWith' | 'answerSeconds' | 'answersBy' | 'otherWays'>

export const answersIn = ({ answersBy, answerWith }: Pick<Ways, 'answersBy' | 'answerWith'>): AnswerMode =>
  answersBy ?? answerWith

/** Undefined when this question is not answered in that way. */
export const secondsIn = (
  { answerWith, answerSeconds, otherWays = [] }: PlannedQuestion | Ways,
  way: AnswerMode,
): number | undefined =>
  way === answerWith ? answerSeconds : otherWays.find((one) => one.answerWith === way)?.answerSeconds

export const secondsNow = (question: Ways): number => secondsIn(question, answersIn(question)) ?? question.answerSeconds

/** Another way has its own time, counted from the moment at which answering began or will begin. */
export function inWay<Running extends InterviewQuestion & { clock: QuestionClock }>(
  question: Running,
  way: AnswerMode,
): Running {
  if (way === answersIn(question)) return question
  const { answersBy: _before, clock, ...rest } = question
  const changeMs = ((secondsIn(question, way) ?? 0) - secondsNow(question)) * 1000
  return {
    ...rest,
    ...(isRecorded(way) && { answersBy: way }),
    clock: { ...clock, answerEndsAt: plusMs(clock.answerEndsAt, changeMs) },
  } as Running
}
