import type { ConsentChoice, ConsentForCandidate, ConsentPurpose } from '../../../shared/contracts/consent.js'
import { failureView, type FailureView } from '../../i18n/failure-text.js'
import type { ApiError } from '../../services/api-error.js'
import type { Frame } from '../../services/frame.js'
import type { Loadable } from '../../services/loadable.js'
import {
  noFault,
  tailFaultOf,
  tailFaultText,
  tailLength,
  tailTyped,
  type TailFault,
} from '../../services/phone-tail.js'
import { noticeView, type NoticeView } from '../../services/notice-view.js'
import { loadingView, type LoadingView } from '../../services/loading-view.js'

/** First consent on the way to the interview, or 我的数据与授权 later. */
export type ConsentMode = 'first' | 'later'

export interface ConsentState {
  mode: ConsentMode
  /** The phone check comes before the notice; it is skipped when it was passed already. */
  step: 'tail' | 'choices'
  tail: string
  tailFault: TailFault
  consent: Loadable<ConsentForCandidate>
  granted: Partial<Record<ConsentPurpose, boolean>>
  isNoticeOpen: boolean
  isBusy: boolean
  isSaved: boolean
  failure: string
}

export const initialConsent = (mode: ConsentMode): ConsentState => ({
  mode,
  step: 'choices',
  tail: '',
  tailFault: noFault,
  consent: { kind: 'loading' },
  granted: {},
  isNoticeOpen: false,
  isBusy: false,
  isSaved: false,
  failure: '',
})

export const typedTail = (state: ConsentState, typed: string): ConsentState => ({
  ...state,
  tail: tailTyped(typed),
  tailFault: noFault,
  failure: '',
})

/** A wrong tail clears the boxes and says how many tries are left; anything else is told as a failure. */
export function tailRefused(state: ConsentState, error: Pick<ApiError, 'code' | 'details'>): ConsentState {
  const refused = { ...state, isBusy: false, tail: '' }
  const tailFault = tailFaultOf(error)
  return tailFault ? { ...refused, tailFault } : { ...refused, failure: error.code }
}

/** Before the first consent every switch is off, whatever the reply carries: nothing is ticked in advance (C2). */
export function consentLoaded(state: ConsentState, consent: ConsentForCandidate): ConsentState {
  const granted =
    consent.acceptedVersion === undefined
      ? {}
      : Object.fromEntries(consent.choices.map(({ purpose, granted: isGranted }) => [purpose, isGranted]))
  return { ...state, step: 'choices', consent: { kind: 'ready', value: consent }, granted, isBusy: false, failure: '' }
}

export const switched = (state: ConsentState, purpose: ConsentPurpose, isGranted: boolean): ConsentState => ({
  ...state,
  granted: { ...state.granted, [purpose]: isGranted },
  isSaved: false,
  failure: '',
})

export const choicesOf = ({ consent, granted }: ConsentState): ConsentChoice[] =>
  consent.kind === 'ready'
    ? consent.value.notice.purposes.map(({ purpose }) => ({ purpose, granted: granted[purpose] ?? false }))
    : []

const hasChanges = (state: ConsentState): boolean => {
  if (state.consent.kind !== 'ready') return false
  const before = state.consent.value.choices
  return choicesOf(state).some(
    ({ purpose, granted }) => granted !== (before.find((one) => one.purpose === purpose)?.granted ?? false),
  )
}

const canContinue = (state: ConsentState): boolean => {
  if (state.step === 'tail') return state.tail.length === tailLength
  return state.consent.kind === 'ready' && (state.mode === 'first' || hasChanges(state))
}

export interface ConsentView extends LoadingView {
  style: string
  text: Record<
    'retry' | 'tailTitle' | 'tailGuide' | 'tailLabel' | 'heading' | 'guide' | 'optional' | 'noPurposes',
    string
  >
  step: ConsentState['step']
  tail: { value: string; fault: string }
  purposes: { purpose: ConsentPurpose; title: string; text: string; isGranted: boolean }[]
  notice: NoticeView
  sendFailure: FailureView | null
  button: { label: string; hint: string; isDisabled: boolean; isBusy: boolean }
}

export function toView(state: ConsentState, frame: Frame): ConsentView {
  const { text, style } = frame
  const words = text.consent
  const isTail = state.step === 'tail'

  return {
    ...(isTail ? { ...loadingView({ kind: 'loading' }, text), screen: 'ready' } : loadingView(state.consent, text)),
    style,
    text: {
      retry: text.retry,
      tailTitle: words.tailTitle,
      tailGuide: words.tailGuide,
      tailLabel: words.tailLabel,
      heading: words.heading,
      guide: state.mode === 'first' ? words.guide : words.laterGuide,
      optional: words.optional,
      noPurposes: words.noPurposes,
    },
    step: state.step,
    tail: { value: state.tail, fault: tailFaultText(state.tailFault, text) },
    purposes: purposeViews(state, frame),
    notice: noticeView(
      state.consent.kind === 'ready' ? state.consent.value.notice : undefined,
      { lead: state.mode === 'first' ? words.readBefore : words.readBeforeLater, isOpen: state.isNoticeOpen },
      frame,
    ),
    sendFailure: state.failure === '' ? null : failureView(state.failure, text),
    button: buttonView(state, frame),
  }
}

function purposeViews({ consent, granted }: ConsentState, { language }: Frame): ConsentView['purposes'] {
  if (consent.kind !== 'ready') return []
  return consent.value.notice.purposes.map(({ purpose, title, text }) => ({
    purpose,
    title: title[language],
    text: text[language],
    isGranted: granted[purpose] ?? false,
  }))
}

function buttonView(state: ConsentState, { text, dates, nowMs }: Frame): ConsentView['button'] {
  const { tailNext, next, save, saved, acceptedAt } = text.consent
  const isChoosing = state.mode === 'first' ? next : save
  const before = state.consent.kind === 'ready' ? state.consent.value.acceptedAt : undefined
  const lastTime = state.mode === 'later' && before ? acceptedAt(dates.relative(before, nowMs)) : ''

  return {
    label: state.step === 'tail' ? tailNext : isChoosing,
    hint: state.isSaved ? saved : lastTime,
    isDisabled: !canContinue(state),
    isBusy: state.isBusy,
  }
}
