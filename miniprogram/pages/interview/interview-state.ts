/** The interview on this phone: the server's view, what is typed, and how both stand to each other. Pure. */
import type {
  InterviewForCandidate,
  InterviewStep,
  QuestionForCandidate,
} from '../../../shared/contracts/interviews.js'
import { readNumber } from '../../numbers/read-number.js'
import type { AnswerMode } from '../../../shared/contracts/answer-modes.js'
import { isRecordedWay } from '../../services/spoken-ways.js'
import type { Quiet } from './quiet.js'
import { keyPressed } from './number-input.js'
import { hasSpoken, notSpoken, type SpokenState } from './spoken-state.js'

export interface InterviewState {
  phase: 'loading' | 'failed' | 'running'
  /** Code of what went wrong: the whole page's in `failed`, the last act's in `running`. */
  failure: string
  interview: InterviewForCandidate | undefined
  isOnline: boolean
  /** Another phone has the interview: asked before it is taken over, told after it was taken away. */
  otherPhone: 'none' | 'ask' | 'took-over'
  typed: Typed
  saving: 'nothing' | 'unsaved' | 'saved' | 'kept'
  /** The final answer is on its way, or waits for the network. */
  isFinishing: boolean
  isActing: boolean
  /** Asked once before it goes out: an answer that is empty, or a number that cannot be read. */
  asksBeforeSending: 'nothing' | 'empty' | 'unread-number' | 'record-again'
  /** The question that this phone saw end at its deadline. */
  endedByTime: number
  keyboardPx: number
  /** Nothing was typed or said for so long, since when, at which question. */
  quiet: Quiet | undefined
  /** The way that was chosen last. */
  preferred: AnswerMode | undefined
  spoken: SpokenState
  /** Recorded for a question before this one, and not all on the server yet. */
  onItsWay: { number: number; percent: number } | undefined
}

interface Typed {
  number: number
  /** What the field starts with. Typing never comes back into the field, else fast fingers would lose letters. */
  start: string
  text: string
}

export const initialInterview: InterviewState = {
  phase: 'loading',
  failure: '',
  interview: undefined,
  isOnline: true,
  otherPhone: 'none',
  typed: { number: 0, start: '', text: '' },
  saving: 'nothing',
  isFinishing: false,
  isActing: false,
  asksBeforeSending: 'nothing',
  endedByTime: 0,
  keyboardPx: 0,
  quiet: undefined,
  preferred: undefined,
  spoken: notSpoken,
  onItsWay: undefined,
}

export function questionOf(step: InterviewStep): QuestionForCandidate | undefined {
  return 'question' in step ? step.question : undefined
}

export const numberAt = ({ interview }: InterviewState): number =>
  interview ? (questionOf(interview.step)?.number ?? 0) : 0

export const endsAtOf = (step: InterviewStep): string | undefined =>
  step.kind === 'next' ? step.restEndsAt : 'endsAt' in step ? step.endsAt : undefined

/** Which end of which step: each is acted on once. */
export const endKey = ({ step }: InterviewForCandidate): string => {
  const endsAt = endsAtOf(step)
  return endsAt === undefined
    ? ''
    : `${step.kind}:${step.kind === 'next' ? step.number : questionOf(step)?.number}:${endsAt}`
}

/** Replies may overtake each other; an older view never replaces a newer one. */
export const isNewer = (view: InterviewForCandidate, shown: InterviewForCandidate | undefined): boolean =>
  shown === undefined || shown.id !== view.id || Date.parse(view.serverNow) >= Date.parse(shown.serverNow)

const whatEnds = { asksBeforeSending: 'nothing', saving: 'nothing' } as const

/** A new view of the server. Whatever belonged to the step before is over. */
export function viewArrived(state: InterviewState, interview: InterviewForCandidate): InterviewState {
  const sameStep =
    state.interview !== undefined &&
    state.interview.step.kind === interview.step.kind &&
    questionOf(state.interview.step)?.number === questionOf(interview.step)?.number
  const kept = sameStep ? {} : { ...whatEnds, isFinishing: false, failure: '' }

  return { ...state, ...kept, phase: 'running', interview: withEndedRest(interview, state.interview), isOnline: true }
}

/** A rest that is over is no longer in the server's view; what follows it here still has to know that there was one. */
function withEndedRest(view: InterviewForCandidate, before: InterviewForCandidate | undefined): InterviewForCandidate {
  const { step } = view
  if (step.kind !== 'next' || step.restEndsAt !== undefined) return view
  if (before?.step.kind !== 'next' || before.step.number !== step.number || before.step.restEndsAt === undefined)
    return view

  return { ...view, step: { ...step, restEndsAt: before.step.restEndsAt } }
}

export const questionTaken = (state: InterviewState, number: number, text: string): InterviewState =>
  state.typed.number === number ? state : { ...state, typed: { number, start: text, text } }

export const typedText = (state: InterviewState, text: string): InterviewState => ({
  ...state,
  typed: { ...state.typed, text },
  saving: 'unsaved',
  failure: '',
})

export function withKey({ typed, interview }: InterviewState, key: string): string {
  const question = interview && questionOf(interview.step)
  return keyPressed(typed.text, key, question?.maxCharacters ?? 0)
}

export const wentOffline = (state: InterviewState): InterviewState => ({
  ...state,
  isOnline: false,
  saving: state.saving === 'unsaved' ? 'kept' : state.saving,
})

/** Without a response the network is away; with one the server is in trouble, which is told by its code. */
export const keptHere = (state: InterviewState, error: { status: number; code: string }): InterviewState => ({
  ...(error.status === 0 ? wentOffline(state) : { ...state, failure: error.code }),
  saving: 'kept',
})

/** Nothing to add to a follow-up is an answer to it. A number that cannot be read is sent all the same when the candidate wants to: then a person reads it. */
export function whatToAskBeforeSending(state: InterviewState): InterviewState['asksBeforeSending'] {
  const { typed, interview, spoken } = state
  const question = interview && questionOf(interview.step)
  if (isRecordedWay(question?.answerWith) && hasSpoken(spoken)) return 'nothing'
  if (typed.text.trim() === '') return question?.followUp ? 'nothing' : 'empty'
  if (question?.answerWith !== 'number') return 'nothing'
  return readNumber(typed.text, question.unit ?? noUnit).kind === 'unclear' ? 'unread-number' : 'nothing'
}

const noUnit = { zh: '', en: '' }

/**
 * After a rest the next question comes by itself, as the candidate is told; but nobody is led on who let the last question
 * run out: perhaps the phone lies alone on a table.
 */
export function goesOnByItself({ interview, endedByTime }: InterviewState): boolean {
  if (interview?.step.kind !== 'next' || interview.step.restEndsAt === undefined) return false
  return !interview.step.lastEndedByTime && endedByTime !== numberBefore(interview.step)
}

/** Of what was asked before: a follow-up is numbered behind all questions. */
export const numberBefore = ({ number, lastNumber }: Extract<InterviewStep, { kind: 'next' }>): number =>
  lastNumber ?? number - 1
