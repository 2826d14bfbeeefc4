/**
 * What time alone does to an interview. It comes out the same whenever it is asked, by the sweep or by the next act, so
 * nobody gains or loses by when the sweep happens to run.
 */
import { currentQuestion, withQuestion, type Answer, type Interview, type InterviewQuestion } from './interview.js'
import { lapsesAt } from './follow-up.js'
import { withAbsence, withCallEnded } from './interview-events.js'
import { later, plusMs } from './instants.js'
import { graceMs, lateLimitMs } from './limits.js'
import { recordedIn } from './recorded-answer.js'
import type { QuestionClock } from './question-clock.js'

/** Ends what is over by now. Answers the same object when nothing is. */
export function catchUp(interview: Interview, now: Date): Interview {
  const at = nextTurnAt(interview)
  if (!at || now <= at) return interview

  const question = currentQuestion(interview)
  if (!question || (!question.clock && !lapsesAt(interview))) return abandon(interview)
  const left = question.clock ? withAbsence(interview, question.number, question.clock.answerEndsAt) : interview
  return catchUp(endQuestion(left, question, endedByTime(question, at)), now)
}

const endedByTime = (question: InterviewQuestion, at: Date): Answer => ({
  text: question.draft?.text ?? '',
  at,
  endedBy: 'time',
  ...recordedIn(question),
})

/**
 * After this moment time alone changes the interview: the running question ends, or, between questions, the window closes. Where only a
 * follow-up is left that nobody opens, it ends sooner.
 * A question that runs may be finished after the window closed.
 */
export function nextTurnAt(interview: Interview): Date | undefined {
  if (interview.status !== 'started') return undefined
  const clock = currentQuestion(interview)?.clock
  return clock ? endsByTimeAt(interview, clock) : (lapsesAt(interview) ?? interview.closesAt)
}

/**
 * A phone that fell silent before the deadline may be cut off: it can still bring time back and an answer that was finished
 * in time, so its question stays open until neither is possible any more.
 */
function endsByTimeAt({ phone }: Interview, clock: QuestionClock): Date {
  const maybeCutOff = phone.visible && phone.seenAt <= clock.answerEndsAt
  if (maybeCutOff) return plusMs(clock.answerEndsAt, lateLimitMs)
  return later(plusMs(clock.answerEndsAt, graceMs), clock.heldOpenUntil)
}

/** The answer stands from here on; after the last one the interview is submitted, else the rest begins, or a follow-up comes. */
export function endQuestion(
  interview: Interview,
  question: InterviewQuestion,
  answer: Answer,
  next: InterviewQuestion[] = [],
): Interview {
  const { draft: _draft, ...rest } = question
  const { followUps = [] } = interview
  const known = withCallEnded(interview, answer.at)
  const asked = next.length > 0 ? { ...known, followUps: [...followUps, ...next] } : known
  const { rest: _rest, ...ended } = withQuestion(asked, { ...rest, answer })
  const upcoming = currentQuestion(ended)
  if (!upcoming) return { ...ended, status: 'submitted', submittedAt: answer.at, news: [...ended.news, 'submitted'] }
  // The scene goes on at once.
  if (upcoming.followUp) return ended
  return { ...ended, rest: { endsAt: plusMs(answer.at, interview.restSeconds * 1000), extended: false } }
}

function abandon(interview: Interview): Interview {
  const { rest: _rest, ...left } = interview
  const lastAnswerAt = interview.questions.findLast(({ answer }) => answer)?.answer?.at
  return {
    ...left,
    status: 'abandoned',
    abandonedAt: later(interview.closesAt, lastAnswerAt),
    news: [...left.news, 'abandoned'],
  }
}
