/** What the candidate may change about the invitation, one thing at a time. Pure. */
import type { ChangesForCandidate, DeclineReason } from '../../../shared/contracts/candidate-requests.js'
import type { InvitationForCandidate } from '../../../shared/contracts/invitations.js'
import { failureView, type FailureView } from '../../i18n/failure-text.js'
import type { Texts } from '../../i18n/texts.js'
import type { ApiError } from '../../services/api-error.js'
import type { Frame } from '../../services/frame.js'
import { loading, type Loadable } from '../../services/loadable.js'
import { loadingView, type LoadingView } from '../../services/loading-view.js'
import {
  noFault,
  tailFaultOf,
  tailFaultText,
  tailLength,
  tailTyped,
  type TailFault,
} from '../../services/phone-tail.js'

export interface ChangeState {
  invitation: Loadable<InvitationForCandidate>
  doing: 'nothing' | 'time' | 'decline'
  tail: string
  fault: TailFault
  hours: number
  reason: DeclineReason | ''
  words: string
  isBusy: boolean
  failure: string
}

export const initialChange: ChangeState = {
  invitation: loading,
  doing: 'nothing',
  tail: '',
  fault: noFault,
  hours: 24,
  reason: '',
  words: '',
  isBusy: false,
  failure: '',
}

const hoursOffered = [24, 48, 72, 168]
const declineReasons: readonly DeclineReason[] = ['other-offer', 'not-fitting', 'no-time', 'other']

export type Step = 'tail' | 'list' | 'time' | 'decline'

/** Who has not passed the phone check yet does that first; the link alone lets nobody decline. */
export function stepOf({ invitation, doing }: ChangeState): Step {
  if (invitation.kind === 'ready' && invitation.value.kind === 'open' && !invitation.value.changes) return 'tail'
  return doing === 'nothing' ? 'list' : doing
}

export const tailOf = (state: ChangeState, value: string): ChangeState => ({
  ...state,
  tail: tailTyped(value),
  fault: noFault,
  failure: '',
})

export function refused(state: ChangeState, error: Pick<ApiError, 'code' | 'details'>): ChangeState {
  const fault = tailFaultOf(error)
  return { ...state, tail: '', isBusy: false, fault: fault ?? noFault, failure: fault ? '' : error.code }
}

/** A second tap on the chosen one takes it back: nobody has to say why. */
export const reasonChosen = (state: ChangeState, reason: DeclineReason): ChangeState => ({
  ...state,
  reason: state.reason === reason ? '' : reason,
})

interface Choice {
  value: string
  label: string
  note: string
  isChosen: boolean
}

export interface ChangeView extends LoadingView {
  style: string
  step: Step
  text: Record<'heading' | 'guide' | 'tailLabel' | 'retry' | 'time' | 'decline' | 'declineLine' | 'choices', string> &
    Record<'words' | 'wordsHint', string>
  tail: { value: string; fault: string }
  /** How the last request stands, and what was answered. */
  asked: { line: string; answer: string }
  /** Empty where there is none of it. */
  timeLine: string
  mayDecline: boolean
  nothing: string
  choices: Choice[]
  button: { label: string; back: string; isDisabled: boolean; isBusy: boolean }
  actFailure: FailureView | null
}

export function toView(state: ChangeState, frame: Frame): ChangeView {
  const { text, style } = frame
  const step = stepOf(state)
  const changes = changesOf(state)
  const [asked, timeLine] = [askedView(changes, frame), timeLineOf(state, frame)]
  return {
    ...loadingView(state.invitation, text),
    style,
    step,
    text: wordsOf(state, frame),
    tail: { value: state.tail, fault: tailFaultText(state.fault, text) },
    asked,
    timeLine,
    mayDecline: changes?.mayDecline ?? false,
    nothing: timeLine === '' && !changes?.mayDecline && asked.line === '' ? text.change.nothing : '',
    choices: step === 'time' ? timeChoices(state, frame) : step === 'decline' ? reasonChoices(state, text) : [],
    button: buttonOf(state, text),
    actFailure: state.failure === '' ? null : failureView(state.failure, text),
  }
}

function changesOf({ invitation }: ChangeState): ChangesForCandidate | undefined {
  if (invitation.kind !== 'ready') return undefined
  const { value } = invitation
  return 'changes' in value ? value.changes : undefined
}

/** Until when it is open; undefined where that is over. */
function closesAtOf({ invitation }: ChangeState): string | undefined {
  return invitation.kind === 'ready' && invitation.value.kind === 'open' ? invitation.value.closesAt : undefined
}

function wordsOf(state: ChangeState, { text, dates }: Frame): ChangeView['text'] {
  const { change, consent, retry } = text
  const { time, notTakingPart: decline, declineLine, words, wordsHint } = change
  const rest = { tailLabel: consent.tailLabel, retry, time, decline, declineLine, words, wordsHint }
  const closesAt = closesAtOf(state)
  switch (stepOf(state)) {
    case 'tail':
      return { ...rest, heading: consent.tailTitle, guide: consent.tailGuide, choices: '' }
    case 'time':
      return { ...rest, heading: time, guide: timeLineOf(state, { text, dates }), choices: change.timeWhich }
    case 'decline': {
      const follows = change.declineFollows(closesAt ? dates.dayAndTime(closesAt) : '')
      return { ...rest, heading: change.declineTitle, guide: follows, choices: change.reason }
    }
    case 'list':
      return { ...rest, heading: change.heading, guide: change.guide, choices: '' }
  }
}

function timeLineOf(state: ChangeState, { text: { change }, dates }: Pick<Frame, 'text' | 'dates'>): string {
  const changes = changesOf(state)
  if (!changes?.mayAskTime || changes.asked?.status === 'waiting') return ''
  const closesAt = closesAtOf(state)
  if (!closesAt) return change.timeOver
  const until = dates.dayAndTime(closesAt)
  return changes.hoursByThemselves > 0 ? change.timeNow(changes.hoursByThemselves, until) : change.timeAsk(until)
}

function askedView(changes: ChangesForCandidate | undefined, { text, dates, nowMs }: Frame): ChangeView['asked'] {
  const asked = changes?.asked
  if (!asked) return { line: '', answer: '' }
  const { asked: waiting, granted, answered } = text.change
  const at = dates.short(asked.at, nowMs)
  const line = { waiting: waiting(at, asked.hours), granted: granted(at), answered: answered(at) }[asked.status]
  return { line, answer: asked.answer ?? '' }
}

function timeChoices(state: ChangeState, { text: { change }, dates }: Frame): Choice[] {
  const closesAt = closesAtOf(state)
  return hoursOffered.map((hours) => ({
    value: String(hours),
    label: closesAt
      ? change.until(dates.dayAndTime(new Date(Date.parse(closesAt) + hours * 3_600_000).toISOString()), hours)
      : change.fromNow(hours),
    note: isAtOnce(state, hours) ? change.atOnce : change.needsHr,
    isChosen: state.hours === hours,
  }))
}

const isAtOnce = (state: ChangeState, hours: number) => hours <= (changesOf(state)?.hoursByThemselves ?? 0)

const reasonChoices = ({ reason }: ChangeState, { change: { reasons } }: Texts): Choice[] =>
  declineReasons.map((value) => ({ value, label: reasons[value], note: '', isChosen: reason === value }))

function buttonOf(state: ChangeState, { change, consent }: Texts): ChangeView['button'] {
  const { isBusy, tail } = state
  switch (stepOf(state)) {
    case 'tail':
      return { label: consent.tailNext, back: '', isDisabled: tail.length !== tailLength, isBusy }
    case 'time': {
      const label = isAtOnce(state, state.hours) ? change.takeTime : change.askTime
      return { label, back: change.back, isDisabled: false, isBusy }
    }
    case 'decline':
      return { label: change.declineNow, back: change.back, isDisabled: false, isBusy }
    case 'list':
      return { label: '', back: '', isDisabled: false, isBusy }
  }
}
