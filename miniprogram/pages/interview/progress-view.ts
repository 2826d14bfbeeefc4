/** The line above a question, and what a screen reader hears of it. */
import { announcedSeconds, lastSecondsMs } from '../../config.js'
import { minutesAndSeconds } from '../../services/clock.js'
import { isRecordedWay } from '../../services/spoken-ways.js'
import { questionOf } from './interview-state.js'
import { followUpOf, hasLittleRoom, timeLeftMs, titleOf, type Seen } from './seen.js'

export interface ProgressView {
  count: number
  done: number
  part: number
  line: string
  timeLeft: string
  isLast: boolean
}

export function progressOf(seen: Seen): ProgressView {
  const {
    state: { interview, isOnline },
    frame,
  } = seen
  const words = frame.text.interview
  if (!interview) return { count: 0, done: 0, part: 0, line: '', timeLeft: '', isLast: false }

  const left = timeLeftMs(seen)
  const isAnswering = interview.step.kind === 'answering'
  // A recorded answer has its time in the middle, which a long question or large text may push off a small screen.
  const way = questionOf(interview.step)?.answerWith
  const isInMiddle = way === 'video' ? !hasLittleRoom(seen) : way === 'voice' && !frame.isNarrow && !frame.isLarge
  const isQuestion = questionOf(interview.step) !== undefined
  const followUp = followUpOf(interview.step)
  const minutes = words.minutesLeft(interview.minutesLeft)
  return {
    count: interview.questionCount,
    done: interview.answeredCount,
    part: followUp ? 80 : isQuestion ? 40 : 0,
    line: [
      ...(frame.isNarrow ? [titleOf(interview, frame.text)] : []),
      ...(followUp ? [words.followUp(followUp.turn)] : []),
      // In large text the question needs the lines more.
      ...(frame.isNarrow && frame.isLarge && isAnswering ? [] : [minutes]),
      ...(isAnswering ? [] : [words.autosaved]),
    ].join(' · '),
    timeLeft:
      isAnswering && !isInMiddle && isOnline && left !== undefined ? words.timeLeft(minutesAndSeconds(left)) : '',
    isLast: left !== undefined && left <= lastSecondsMs,
  }
}

/** For a screen reader: which question comes (its text speaks for itself), then the time at 60, 30 and 10 seconds. It speaks when the text changes. */
export function announcementOf(seen: Seen): string {
  const { interview } = seen.state
  const question = interview && questionOf(interview.step)
  if (!interview || !question) return ''

  const { interview: words } = seen.frame.text
  const wholeSeconds = interview.step.kind === 'answering' ? question.answerSeconds : question.thinkingSeconds
  const leftSeconds = Math.ceil((timeLeftMs(seen) ?? wholeSeconds * 1_000) / 1_000)
  const passed = announcedSeconds.filter((seconds) => seconds < wholeSeconds && leftSeconds <= seconds)
  if (passed.length > 0) return words.secondsLeft(Math.min(...passed))

  const started = isRecordedWay(question.answerWith) ? words[question.answerWith].started : words.answeringStarted
  const stage = interview.step.kind === 'answering' ? started : words.thinkingStarted
  const { followUp } = question
  const where = [titleOf(interview, seen.frame.text), ...(followUp ? [words.followUp(followUp.turn)] : [])]
  return `${where.join(' · ')} ${stage}`
}
