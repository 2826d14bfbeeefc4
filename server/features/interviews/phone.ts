/** Which phone speaks, and what its silence is worth. */
import { catchUp } from './catch-up.js'
import { later, msBetween, plusMs } from './instants.js'
import {
  currentQuestion,
  withQuestion,
  type Interview,
  type InterviewEvent,
  type InterviewQuestion,
} from './interview.js'
import { withAbsence, withCall, withEvent } from './interview-events.js'
import { gapMs, giveBackLimitMs, graceMs, phoneInUseMs } from './limits.js'
import { giveBack, isPastDeadline, type QuestionClock } from './question-clock.js'
import { allowed, otherDevice, refused, takenOver, type Ruling } from './ruling.js'

export interface Act {
  now: Date
  deviceKey: string
}

/** Every act on a running interview goes through here: the right phone, then the clock, then the rule. */
export function act(interview: Interview, { now, deviceKey }: Act, rule: (interview: Interview) => Ruling): Ruling {
  if (interview.phone.deviceKey !== deviceKey) return refused(catchUp(interview, now), takenOver())
  return rule(contact(interview, now))
}

export interface OpenOnPhone extends Act {
  openid: string
  takeOver: boolean
}

/** The page opens the interview: again on its phone, or on another one when the first is not in use or its owner says so. */
export function openOnPhone(before: Interview, { now, deviceKey, openid, takeOver }: OpenOnPhone): Ruling {
  const interview = catchUp(before, now)
  if (interview.status !== 'started') return allowed(withOwner(interview, openid))

  const { phone } = interview
  const moves = phone.deviceKey !== deviceKey
  if (moves && !takeOver && msBetween(phone.seenAt, now) <= phoneInUseMs) return refused(interview, otherDevice())

  const here = contact(interview, now, { visible: true })
  const opened = withOwner({ ...here, phone: { ...here.phone, deviceKey } }, openid)
  return allowed(moves ? withEvent(opened, { kind: 'phone-changed', from: now, to: now }) : opened)
}

/** HR may have bound the invitation to another person's WeChat since. */
const withOwner = (interview: Interview, openid: string): Interview =>
  interview.openid === openid ? interview : { ...interview, openid }

/** What only heartbeats say; any other act leaves it as it was. */
export interface Said {
  visible?: boolean | undefined
  inCall?: boolean | undefined
}

/** The phone was heard. */
export function contact(before: Interview, now: Date, { visible, inCall }: Said = {}): Interview {
  const interview = catchUp(before, now)
  if (interview.status !== 'started') return interview

  const heard = withCall(afterSilence(interview, now), now, inCall)
  return {
    ...heard,
    phone: { ...heard.phone, seenAt: later(heard.phone.seenAt, now), visible: visible ?? heard.phone.visible },
  }
}

function afterSilence(interview: Interview, now: Date): Interview {
  const question = currentQuestion(interview)
  if (!question?.clock) return interview

  const { seenAt: from, visible } = interview.phone
  const silenceMs = msBetween(from, now)
  if (!visible) return withAbsence(interview, question.number, now)

  const back = silenceMs > gapMs ? withTimeBack(interview, question, now) : interview
  return heldOpen(back, now)
}

function withTimeBack(interview: Interview, question: InterviewQuestion, now: Date): Interview {
  const { phone, givenBackMs } = interview
  const ms = Math.min(msBetween(phone.seenAt, now), giveBackLimitMs - givenBackMs)
  const changed = withQuestion(interview, { ...question, clock: giveBack(question.clock!, ms) })
  const event: InterviewEvent = {
    kind: 'cut-off',
    number: question.number,
    from: phone.seenAt,
    to: now,
    givenBackMs: ms,
  }
  return withEvent({ ...changed, givenBackMs: givenBackMs + ms }, event)
}

/** Back only after the deadline: an answer that the phone held back may come right after its first sign of life. */
function heldOpen(interview: Interview, now: Date): Interview {
  const question = currentQuestion(interview)
  if (!question?.clock || !wasCutOffAcross(question.clock, interview.phone.seenAt, now)) return interview
  return withQuestion(interview, { ...question, clock: { ...question.clock, heldOpenUntil: plusMs(now, graceMs) } })
}

const wasCutOffAcross = (clock: QuestionClock, lastSeenAt: Date, now: Date): boolean =>
  isPastDeadline(clock, now) && lastSeenAt <= clock.answerEndsAt
