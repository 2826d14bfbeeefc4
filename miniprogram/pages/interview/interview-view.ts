/** What the interview page shows, made from its state, the words and the server's time. */
import type { InterviewStep } from '../../../shared/contracts/interviews.js'
import { lastSecondsMs } from '../../config.js'
import { failureView, type FailureView } from '../../i18n/failure-text.js'
import type { Texts } from '../../i18n/texts.js'
import { minutesAndSeconds } from '../../services/clock.js'
import type { Frame } from '../../services/frame.js'
import { isRecordedWay } from '../../services/spoken-ways.js'
import { hasSpoken } from './spoken-state.js'
import { buttonsOf, type Buttons } from './interview-buttons.js'
import { screenOf, type InterviewScreen } from './interview-screen.js'
import { chosenWay, waysInWords } from './answer-ways.js'
import { numberBefore, questionOf, type InterviewState } from './interview-state.js'
import { isQuietFor } from './quiet.js'
import { announcementOf, progressOf, type ProgressView } from './progress-view.js'
import { hasLittleRoom, timeLeftMs, titleOf, type Seen } from './seen.js'
import { spokenView, spokenWords, toldOf as standsStill, type SpokenView } from './spoken-view.js'

export interface InterviewView extends Buttons {
  style: string
  screen: InterviewScreen
  title: string
  /** What is asked when the page is left by the arrow; empty where leaving costs nothing. */
  leave: string
  failure: FailureView
  actFailure: FailureView | null
  text: Record<'retry' | 'placeholder' | 'numberPlaceholder' | 'delete' | 'point', string>
  told: { title: string; lines: string[] }
  progress: ProgressView
  ring: { left: number; time: string; label: string; isLast: boolean; guide: string; way: string }
  question: Record<'tag' | 'stem' | 'unit' | 'after' | 'simpler' | 'asksSimpler', string>
  /** By itself, and not in `answer`: every change of an object's part sets all of it again, and the field would lose what was typed. */
  answerStart: string
  answer: { number: string; maxLength: number; saved: string; count: string }
  spoken: SpokenView
  banner: { safe: string; next: string } | null
  notice: string
  isAsking: boolean
  asked: Texts['interview']['asks']['empty']
  dialogLayout: 'horizontal' | 'vertical'
  announcement: string
  keyboardPx: number
}

export function toView(state: InterviewState, frame: Frame, nowMs: number): InterviewView {
  const seen = { state, frame, nowMs }
  const { text, style } = frame
  const { interview } = state
  const screen = screenOf(state)

  return {
    style,
    screen,
    title: screen === 'ready' ? text.interview.title : titleOf(interview, text),
    leave: leaveText(seen, screen),
    failure: state.phase === 'failed' ? failureView(state.failure, text) : { safe: '', told: '' },
    actFailure:
      state.phase === 'running' && state.failure !== '' && state.isOnline ? failureView(state.failure, text) : null,
    text: {
      retry: text.retry,
      placeholder: text.interview.answerPlaceholder,
      numberPlaceholder: text.interview.numberPlaceholder,
      delete: text.interview.keypad.delete,
      point: text.interview.keypad.point,
    },
    told: toldOf(screen, seen),
    progress: progressOf(seen),
    ring: ringOf(seen),
    question: questionView(seen),
    answerStart: state.typed.start,
    answer: answerView(seen),
    spoken: spokenView(state, text, {
      leftMs: timeLeftMs(seen),
      isLast: (timeLeftMs(seen) ?? lastSecondsMs + 1) <= lastSecondsMs,
      isSmall: hasLittleRoom(seen),
    }),
    banner: bannerOf(state, text),
    notice: isToldOfTime(state) ? text.interview.endedByTime : '',
    ...buttonsOf(screen, state, text),
    isAsking: state.asksBeforeSending !== 'nothing',
    asked: text.interview.asks[askedNow(state)],
    dialogLayout: frame.isLarge ? 'vertical' : 'horizontal',
    announcement: announcementOf(seen),
    keyboardPx: state.keyboardPx,
  }
}

const runningScreens: readonly InterviewScreen[] = ['rest', 'thinking', 'text', 'number', 'voice', 'video']

function leaveText(seen: Seen, screen: InterviewScreen): string {
  const { interview } = seen.state
  if (!interview || !runningScreens.includes(screen)) return ''
  const { text, dates } = seen.frame
  const closesAt = dates.short(interview.closesAt, seen.nowMs)
  const left = screen === 'rest' ? undefined : questionLeftMs(seen)
  return left === undefined
    ? text.interview.leaveBetween(closesAt)
    : text.interview.leaveQuestion(Math.max(1, Math.ceil(left / 60_000)), closesAt)
}

/** Thinking goes over into answering by itself. */
function questionLeftMs(seen: Seen): number | undefined {
  const step = seen.state.interview?.step
  const left = timeLeftMs(seen)
  return step?.kind === 'thinking' && left !== undefined ? left + step.question.answerSeconds * 1_000 : left
}

function toldOf(screen: InterviewScreen, { state, frame }: Seen): InterviewView['told'] {
  const words = frame.text.interview
  const { interview } = state
  switch (screen) {
    case 'ready':
      return { title: words.readyTitle, lines: [words.readyGuide(interview?.questionCount ?? 0), ...words.readyFacts] }
    case 'over':
      return { title: words.abandonedTitle, lines: [words.abandonedText] }
    case 'other-phone':
      return { title: words.otherTitle, lines: [words.otherText] }
    case 'taken-over':
      return { title: words.takenTitle, lines: [words.takenText] }
    default:
      return { title: '', lines: [] }
  }
}

function ringOf(seen: Seen): InterviewView['ring'] {
  const {
    state: { interview },
    frame: {
      text: { interview: words },
    },
  } = seen
  const left = timeLeftMs(seen)
  const step = interview?.step
  if (step?.kind === 'next')
    return {
      ...dial(left, longestRestMs),
      label: words.restLabel,
      isLast: false,
      guide: restGuide(step, left, words),
      way: '',
    }
  const question = step && questionOf(step)
  if (!question) return { left: 0, time: '', label: '', isLast: false, guide: '', way: '' }

  const wholeMs = question.thinkingSeconds * 1_000
  const way = chosenWay(seen.state)
  return {
    ...dial(left ?? wholeMs, wholeMs),
    label: words.thinkingLabel,
    isLast: left !== undefined && left <= lastSecondsMs,
    guide: question.followUp
      ? words.followUpMay
      : isRecordedWay(way?.answerWith)
        ? spokenWords(seen.state, words).guide
        : words.thinkingGuide,
    way: way && question.otherWays ? (waysInWords([way], words)[0] ?? '') : '',
  }
}

function restGuide(
  { number, followUp }: Extract<InterviewStep, { kind: 'next' }>,
  left: number | undefined,
  words: Texts['interview'],
): string {
  if (followUp)
    return [words.followUpComes[followUp.kind === 'behavioural' ? 'told' : 'scene'], words.followUpMay].join('\n')
  return left === undefined || left === 0 ? words.restOver(number) : words.restGuide(number)
}

const longestRestMs = 30_000

const dial = (left: number | undefined, wholeMs: number) => ({
  left: left === undefined ? 0 : Math.min(100, Math.round((left / wholeMs) * 1_000) / 10),
  time: minutesAndSeconds(left ?? 0),
})

function questionView({ state, nowMs, frame: { language, text, isLarge, isNarrow } }: Seen): InterviewView['question'] {
  const question = state.interview && questionOf(state.interview.step)
  if (!question) return { tag: '', stem: '', unit: '', after: '', simpler: '', asksSimpler: '' }

  const { followUp, simplerStem, simplerLeft } = question
  const words = text.interview
  const isOffered = isQuietFor(state.quiet, question, nowMs)
  const kind = followUp ? words.followUp(followUp.turn) : words.kinds[question.kind]
  return {
    tag: isLarge && isNarrow ? '' : `${kind} · ${question.competency[language]}`,
    stem: question.stem[language],
    unit: question.unit ? words.unit(question.unit[language]) : '',
    after: followUp ? words.afterQuestion(followUp.after[language]) : '',
    simpler: simplerStem ? words.simplerIs(simplerStem[language]) : '',
    asksSimpler: simplerLeft ? (isOffered ? words.simplerOffer : words.simpler) : '',
  }
}

function answerView({
  state,
  frame: {
    text: { interview: words },
  },
}: Seen): InterviewView['answer'] {
  const question = state.interview && questionOf(state.interview.step)
  if (!question) return { number: '', maxLength: 0, saved: '', count: '' }

  const { typed, saving } = state
  const count = Array.from(typed.text).length
  const saved = { nothing: '', unsaved: words.saving, saved: words.saved, kept: words.keptHere }[saving]
  return {
    number: typed.text,
    maxLength: question.maxCharacters,
    saved,
    count: count >= question.maxCharacters ? words.charactersFull(count) : words.characters(count),
  }
}

/** Away from the network, or a recording that stands still: what is safe comes first in both. */
function bannerOf(state: InterviewState, text: Texts): InterviewView['banner'] {
  const { isFinishing, isOnline, interview } = state
  const { interview: words } = text
  if (!interview) return null
  if (isOnline) return standsStill(state, text)
  return { safe: words.offlineSafe, next: isFinishing ? words.offlineFinished : offlineNext(state, text) }
}

/** Without the network no step leads on to the next one: nobody is told to go on where a tap would do nothing. */
function offlineNext(state: InterviewState, { interview: words }: Texts): string {
  const { interview, spoken } = state
  if (interview?.step.kind === 'next') return words.offlineRest
  if (interview?.step.kind !== 'answering') return words.offlineThinking
  const isSpoken = spoken.phase !== 'idle' && hasSpoken(spoken)
  return isSpoken ? spokenWords(state, words).offlineNext(100 - spoken.percent) : words.offlineNext
}

function askedNow({ asksBeforeSending, interview }: InterviewState): keyof Texts['interview']['asks'] {
  if (asksBeforeSending === 'unread-number' || asksBeforeSending === 'record-again') return asksBeforeSending
  const way = interview && questionOf(interview.step)?.answerWith
  return way === 'voice' ? 'unheard' : way === 'video' ? 'unfilmed' : 'empty'
}

/** Told once, in the pause after it. */
const isToldOfTime = ({ interview, endedByTime }: InterviewState): boolean =>
  interview?.step.kind === 'next' &&
  (interview.step.lastEndedByTime || (endedByTime > 0 && endedByTime === numberBefore(interview.step)))
