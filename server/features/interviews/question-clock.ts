/** The clock of one question. It starts when the phone acknowledges that the question is shown, and only ever grows. */
import { graceMs, slowToShowMs } from './limits.js'
import { msBetween, plusMs } from './instants.js'

export interface QuestionClock {
  shownAt: Date
  thinkingEndsAt: Date
  answerEndsAt: Date
  /** Part of `answerEndsAt` that the network had taken. */
  givenBackMs: number
  /** The phone came back only after the deadline: until then an answer that it held back may still come. */
  heldOpenUntil?: Date
}

interface Seconds {
  thinkingSeconds: number
  answerSeconds: number
}

export function startClock({ thinkingSeconds, answerSeconds }: Seconds, now: Date): QuestionClock {
  const thinkingEndsAt = plusMs(now, thinkingSeconds * 1000)
  return { shownAt: now, thinkingEndsAt, answerEndsAt: plusMs(thinkingEndsAt, answerSeconds * 1000), givenBackMs: 0 }
}

export const isThinking = (clock: QuestionClock, now: Date): boolean => now < clock.thinkingEndsAt

/** Skips what is left of the thinking time. Time that was given back stays given. */
export function skipThinking(clock: QuestionClock, answerSeconds: number, now: Date): QuestionClock {
  if (!isThinking(clock, now)) return clock
  return { ...clock, thinkingEndsAt: now, answerEndsAt: plusMs(now, answerSeconds * 1000 + clock.givenBackMs) }
}

export const giveBack = (clock: QuestionClock, ms: number): QuestionClock => ({
  ...clock,
  answerEndsAt: plusMs(clock.answerEndsAt, ms),
  givenBackMs: clock.givenBackMs + ms,
})

/** From here on an edit is a new one. */
export const isPastDeadline = (clock: QuestionClock, now: Date): boolean => now > plusMs(clock.answerEndsAt, graceMs)

export const isSlowToShow = (issuedAt: Date, now: Date): boolean => msBetween(issuedAt, now) > slowToShowMs
