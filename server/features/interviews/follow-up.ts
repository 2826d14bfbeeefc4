/** What is asked after an answer. Pure: what is said in it comes from outside, and only an answer that was finished in time has any. */
import type { Bilingual } from '../../../shared/contracts/text.js'
import { followUpsTo, questionOf, type Interview, type InterviewQuestion, type Times } from './interview.js'
import { later, plusMs } from './instants.js'
import { followUpWaitMs } from './limits.js'

/** A place that is open for a follow-up. */
export interface Opening {
  /** Of the interview: what it is about. */
  question: InterviewQuestion
  turn: number
  times: Times
  /** To the question, then to its follow-ups so far. */
  said: string[]
  /** Nobody has written down what was said by now. */
  isSpoken: boolean
}

/** Once the question or follow-up of this number has ended: what may be asked next about it. */
export function openingAfter(interview: Interview, number: number, now: Date): Opening | undefined {
  const ended = questionOf(interview, number)
  if (!ended?.answer || !ended.clock || now > ended.clock.answerEndsAt || now >= interview.closesAt) return undefined
  const question = ended.followUp ? questionOf(interview, ended.followUp.of) : ended
  const turn = (ended.followUp?.turn ?? 0) + 1
  const times = question?.mayFollow?.[turn - 1]
  if (!question || !times || (ended.answer.text.trim() === '' && !ended.answer.recording)) return undefined

  const answers = [question, ...followUpsTo(interview, question.number)].flatMap(({ answer }) => answer ?? [])
  const isSpoken = answers.some(({ recording }) => recording !== undefined)
  return { question, turn, times, said: answers.map(({ text }) => text), isSpoken }
}

export function followUpAt(
  { questions, followUps = [] }: Interview,
  { question, turn, times }: Pick<Opening, 'question' | 'turn' | 'times'>,
  says: Bilingual,
): InterviewQuestion {
  const { sourceId, kind, competencyId, competency, answerWith, number: of, otherWays, takes } = question
  const number = questions.length + followUps.length + 1
  return {
    ...{ number, sourceId, kind, competencyId, competency, answerWith, ...times },
    stem: says,
    ...(otherWays && { otherWays: otherWays.map((way) => ({ ...way, answerSeconds: times.answerSeconds })) }),
    ...(takes && { takes }),
    followUp: { of, turn },
  }
}

/**
 * Every question is answered and only a follow-up is left, not opened: until when it waits. Whoever leaves here has finished, and nobody is
 * worse off for having been asked more.
 */
export function lapsesAt({ questions, followUps = [], closesAt }: Interview): Date | undefined {
  if (questions.some(({ answer }) => !answer)) return undefined
  const answers = [...questions, ...followUps].flatMap(({ answer }) => answer?.at ?? [])
  const last = answers.reduce<Date | undefined>((one, other) => later(other, one), undefined)
  const at = plusMs(last ?? closesAt, followUpWaitMs)
  return at < closesAt ? at : closesAt
}
