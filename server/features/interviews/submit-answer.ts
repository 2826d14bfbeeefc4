import { isRecorded } from '../../../shared/contracts/answer-modes.js'
import type { Recording } from '../../../shared/contracts/recordings.js'
import { tooLong } from './answer-length.js'
import { answersIn, secondsNow } from './answer-way.js'
import { endQuestion } from './catch-up.js'
import { msBetween, plusMs } from './instants.js'
import { recordedIn } from './recorded-answer.js'
import { questionOf, type Answer, type Interview, type InterviewQuestion } from './interview.js'
import { act, type Act } from './phone.js'
import { isPastDeadline, skipThinking, type QuestionClock } from './question-clock.js'
import {
  allowed,
  alreadyAnswered,
  notOffered,
  notShown,
  pastDeadline,
  refused,
  unknownQuestion,
  type Ruling,
} from './ruling.js'

export interface SubmitAnswer extends Act {
  number: number
  submissionKey: string
  text: string
  /** Of a spoken answer. */
  recording?: Recording
  /** Since the last edit, by the phone's own clock. */
  finishedMsAgo?: number
  /** What is asked next about it, decided before. */
  next?: InterviewQuestion[]
}

/** Finishes a question. The same text again is the same answer; another one never replaces the first. */
export function submitAnswer(interview: Interview, { number, ...submission }: SubmitAnswer): Ruling {
  const { now, deviceKey, text, recording, next } = submission
  return act(interview, { now, deviceKey }, (current) => {
    const question = questionOf(current, number)
    if (!question) return refused(current, unknownQuestion())
    if (question.answer) return again(current, question, submission)
    if (!question.clock) return refused(current, notShown(number))
    if (recording && !isRecorded(answersIn(question))) return refused(current, notOffered(number))
    const fault = tooLong(question, text)
    if (fault) return refused(current, fault)

    const answer = answerInTime(question, question.clock, submission)
    if (!answer) return refused(current, pastDeadline(number, question.draft?.text ?? ''))
    const ended = { ...question, clock: skipThinking(question.clock, secondsNow(question), now) }
    return allowed(endQuestion(current, ended, answer, next))
  })
}

/** What was said is written down later, so of a spoken answer the takes are compared. */
function again(
  interview: Interview,
  { number, answer }: InterviewQuestion,
  { text, recording }: Pick<SubmitAnswer, 'text' | 'recording'>,
): Ruling {
  const isSame = answer?.recording ? answer.recording.take === recording?.take : answer?.text === text
  if (!answer || isSame) return allowed(interview)
  return refused(interview, answer.endedBy === 'time' ? pastDeadline(number, answer.text) : alreadyAnswered(number))
}

type Submission = Pick<SubmitAnswer, 'now' | 'text' | 'recording' | 'submissionKey' | 'finishedMsAgo'>

/** Undefined when it is a new edit after the deadline. */
function answerInTime(question: InterviewQuestion, clock: QuestionClock, submission: Submission): Answer | undefined {
  const { now, text, submissionKey, recording } = submission
  const answer = { text, at: now, submissionKey, ...recordedIn(question, recording) }
  if (!isPastDeadline(clock, now)) return { ...answer, endedBy: 'candidate' }
  if (isHeldBack(clock, submission))
    return { ...answer, endedBy: 'candidate', lateByMs: msBetween(clock.answerEndsAt, now) }
  if (text === (question.draft?.text ?? '')) return { ...answer, endedBy: 'time' }
  return undefined
}

/**
 * A phone cannot just claim that the network held it back: past its deadline a question is open only when the server itself saw
 * the phone cut off across it, and only for a moment after the phone came back.
 */
function isHeldBack(clock: QuestionClock, { now, finishedMsAgo }: Submission): boolean {
  return finishedMsAgo !== undefined && plusMs(now, -finishedMsAgo) <= clock.answerEndsAt
}
