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
  // A recorded answer, and thinking, have their time in the middle, which a long question or large text would push off a small screen.
  const question = questionOf(interview.step)
  const isThinking = interview.step.kind === 'thinking'
  const isInMiddle = (isThinking || isRecordedWay(question?.answerWith)) && !hasLittleRoom(seen)
  const showsTime = (isThinking || isAnswering) && !isInMiddle && isOnline && left !== undefined
  const followUp = followUpOf(interview.step)
  const minutes = words.minutesLeft(interview.minutesLeft)
  return {
    count: interview.questionCount,
    done: interview.answeredCount,
    part: followUp ? 80 : question ? 40 : 0,
    line: [
      ...(frame.isNarrow ? [titleOf(interview, frame.text)] : []),
      ...(followUp ? [words.followUp(followUp.turn)] : []),
      // In large text the question needs the lines more.
      ...(frame.isNarrow && frame.isLarge && (isAnswering || showsTime) ? [] : [minutes]),
      ...savedWords(seen, isAnswering || showsTime),
    ].join(' · '),
    timeLeft: showsTime ? words[isThinking ? 'thinkingLeft' : 'timeLeft'](minutesAndSeconds(left)) : '',
    isLast: left !== undefined && left <= lastSecondsMs,
  }
}

/** What was recorded before goes on arriving whatever is open, and needs the app for that. */
function savedWords({ state: { interview, onItsWay }, frame: { text } }: Seen, isShort: boolean): string[] {
  const { interview: words } = text
  if (!interview || !onItsWay) return isShort ? [] : [words.autosaved]
  const { number, percent } = onItsWay
  return [number > interview.questionCount ? words.followUpSent(percent) : words.questionSent(number, percent)]
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
