/** What happened meanwhile, for people to read beside the answers. Facts with their times; nothing is decided by them. Pure. */
import { msBetween } from './instants.js'
import { currentQuestion, type Interview, type InterviewEvent } from './interview.js'
import { leastAwayMs, maxEvents } from './limits.js'

export function withEvent(interview: Interview, event: InterviewEvent): Interview {
  return interview.events.length < maxEvents ? { ...interview, events: [...interview.events, event] } : interview
}

/** The page is hidden since the phone was heard last: another app, a locked screen, or the app in the background. */
export function withAbsence(interview: Interview, number: number, until: Date): Interview {
  const { visible, seenAt: from } = interview.phone
  if (visible || msBetween(from, until) < leastAwayMs) return interview
  const last = interview.events.at(-1)
  // Something that the hidden page still sent: the absence goes on.
  if (last?.kind === 'away' && last.number === number && last.to.getTime() === from.getTime())
    return { ...interview, events: [...interview.events.slice(0, -1), { ...last, to: until }] }
  return withEvent(interview, { kind: 'away', number, from, to: until })
}

/** A call takes the microphone, as the phone says with each sign of life. */
export function withCall(interview: Interview, now: Date, isInCall: boolean | undefined): Interview {
  if (isInCall === undefined || isInCall === (interview.phone.inCall !== undefined)) return interview
  if (!isInCall) return withCallEnded(interview, now)
  const question = currentQuestion(interview)
  if (!question?.clock) return interview
  return { ...interview, phone: { ...interview.phone, inCall: { since: now, number: question.number } } }
}

export function withCallEnded(interview: Interview, at: Date): Interview {
  const { inCall, ...phone } = interview.phone
  if (!inCall) return interview
  return withEvent({ ...interview, phone }, { kind: 'call', number: inCall.number, from: inCall.since, to: at })
}
