import { tooLong } from './answer-length.js'
import { endQuestion } from './catch-up.js'
import { msBetween, plusMs } from './instants.js'
import { questionOf, type Answer, type Interview, type InterviewQuestion } from './interview.js'
import { act, type Act } from './phone.js'
import { isPastDeadline, skipThinking, type QuestionClock } from './question-clock.js'
import { allowed, alreadyAnswered, notShown, pastDeadline, refused, unknownQuestion, type Ruling } from './ruling.js'

export interface SubmitAnswer extends Act {
  number: number
  submissionKey: string
  text: string
  /** Since the last edit, by the phone's own clock. */
  finishedMsAgo?: number
  /** What is asked next about it, decided before. */
  next?: InterviewQuestion[]
}

/** Finishes a question. The same text again is the same answer; another one never replaces the first. */
export function submitAnswer(interview: Interview, { number, ...submission }: SubmitAnswer): Ruling {
  const { now, deviceKey, text, next } = submission
  return act(interview, { now, deviceKey }, (current) => {
    const question = questionOf(current, number)
    if (!question) return refused(current, unknownQuestion())
    if (question.answer) return again(current, question, text)
    if (!question.clock) return refused(current, notShown(number))
    const fault = tooLong(question, text)
    if (fault) return refused(current, fault)

    const answer = answerInTime(question, question.clock, submission)
    if (!answer) return refused(current, pastDeadline(number, question.draft?.text ?? ''))
    const ended = { ...question, clock: skipThinking(question.clock, question, now) }
    return allowed(endQuestion(current, ended, answer, next))
  })
}

function again(interview: Interview, { number, answer }: InterviewQuestion, text: string): Ruling {
  if (!answer || answer.text === text) return allowed(interview)
  return refused(interview, answer.endedBy === 'time' ? pastDeadline(number, answer.text) : alreadyAnswered(number))
}

type Submission = Pick<SubmitAnswer, 'now' | 'text' | 'submissionKey' | 'finishedMsAgo'>

/** Undefined when it is a new edit after the deadline. */
function answerInTime({ draft }: InterviewQuestion, clock: QuestionClock, submission: Submission): Answer | undefined {
  const { now, text, submissionKey } = submission
  const answer = { text, at: now, submissionKey }
  if (!isPastDeadline(clock, now)) return { ...answer, endedBy: 'candidate' }
  if (isHeldBack(clock, submission))
    return { ...answer, endedBy: 'candidate', lateByMs: msBetween(clock.answerEndsAt, now) }
  if (text === (draft?.text ?? '')) return { ...answer, endedBy: 'time' }
  return undefined
}

/**
 * A phone cannot just claim that the network held it back: past its deadline a question is open only when the server itself saw
 * the phone cut off across it, and only for a moment after the phone came back.
 */
function isHeldBack(clock: QuestionClock, { now, finishedMsAgo }: Submission): boolean {
  return finishedMsAgo !== undefined && plusMs(now, -finishedMsAgo) <= clock.answerEndsAt
}
