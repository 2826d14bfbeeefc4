import type {
  ApplicationForCandidate,
  ApplicationStep,
  InterviewEnd,
  StepState,
} from '../../../shared/contracts/talent.js'
import { quickPollMs, quickPolls, slowPollMs } from '../../config.js'
import { failureView, type FailureView } from '../../i18n/failure-text.js'
import type { Texts } from '../../i18n/texts.js'
import type { Frame } from '../../services/frame.js'
import type { Loadable } from '../../services/loadable.js'
import { loadingView, type LoadingView } from '../../services/loading-view.js'

/** What became of asking for messages; `unasked` shows the button. */
export type Asked = 'unasked' | 'accepted' | 'refused'

export interface StatusState {
  application: Loadable<ApplicationForCandidate>
  asked: Asked
  /** Number and address that may be proved from here; once shown they stay, to say what became of it. */
  offers: { phone: string; email: string }
  /** How often the server was asked since the page was shown. */
  polls: number
  /** Code of what went wrong with the last tap. */
  failure: string
  /** A recording that this phone still sends. */
  onItsWay: { interviewId: string; percent: number; isVideo: boolean } | undefined
}

export const initialStatus: StatusState = {
  application: { kind: 'loading' },
  asked: 'unasked',
  offers: { phone: '', email: '' },
  polls: 0,
  failure: '',
  onItsWay: undefined,
}

export const loaded = (state: StatusState, application: ApplicationForCandidate): StatusState => ({
  ...state,
  application: { kind: 'ready', value: application },
  offers: {
    phone: application.unproved?.phone ?? state.offers.phone,
    email: application.unproved?.email ?? state.offers.email,
  },
  polls: state.polls + 1,
})

/** What the one filled button does. */
export type StatusAction = 'invitation' | 'letter' | 'feedback' | 'notify' | 'none'

type Hero = InterviewEnd | 'done' | 'ready' | 'invited' | 'applied' | 'letter' | 'advanced' | 'passed'

const stateOf = ({ steps }: ApplicationForCandidate, step: ApplicationStep): StepState | undefined =>
  steps.find((one) => one.step === step)?.state

const isSubmitted = (application: ApplicationForCandidate) => stateOf(application, 'submitted') === 'done'

const isInvited = (application: ApplicationForCandidate) =>
  application.invitationToken !== undefined && !isSubmitted(application)

export function actionOf({ application, asked }: StatusState): StatusAction {
  if (application.kind !== 'ready') return 'none'
  if (isInvited(application.value)) return 'invitation'
  if (application.value.letterReady) return 'letter'
  if (application.value.feedbackReady) return 'feedback'
  return isSubmitted(application.value) && asked === 'unasked' ? 'notify' : 'none'
}

function heroOf(application: ApplicationForCandidate): Hero {
  if (isInvited(application)) return 'invited'
  if (application.letterReady) return 'letter'
  if (application.ended) return application.ended
  if (application.outcome === 'advanced') return stateOf(application, 'next-round') === 'done' ? 'passed' : 'advanced'
  if (application.feedbackReady) return 'ready'
  return isSubmitted(application) ? 'done' : 'applied'
}

/** Nothing is asked while nothing can change by itself soon: the candidate's own step is next, or people take days. */
export function nextPollMs({ application, polls }: StatusState): number {
  const runs =
    application.kind === 'ready' &&
    (stateOf(application.value, 'report') === 'now' || stateOf(application.value, 'screened') === 'now')
  return runs && polls < quickPolls ? quickPollMs : slowPollMs
}

/** It goes on from here too, and needs the app for that. */
function uploadingText({ application, onItsWay }: StatusState, { interview: words }: Texts): string {
  if (!onItsWay || application.kind !== 'ready' || application.value.interviewId !== onItsWay.interviewId) return ''
  return words[onItsWay.isVideo ? 'video' : 'voice'].onItsWay(onItsWay.percent)
}

interface StepView {
  key: string
  title: string
  detail: string
  state: StepState
  spoken: string
}

export interface StatusView extends LoadingView {
  style: string
  text: { retry: string; myTranscripts: string; myData: string; deleteData: string }
  position: string
  hero: { kind: Hero; title: string; text: string }
  round: { name: string; lines: { label: string; text: string }[] }
  steps: StepView[]
  hasTranscripts: boolean
  hasChoices: boolean
  offers: StatusState['offers']
  language: string
  action: StatusAction
  button: { label: string; hint: string }
  actFailure: FailureView | null
  uploading: string
}

export function toView(state: StatusState, frame: Frame): StatusView {
  const { text, style, language } = frame
  const application = state.application.kind === 'ready' ? state.application.value : undefined
  const action = actionOf(state)

  return {
    ...loadingView(state.application, text),
    style,
    uploading: uploadingText(state, text),
    text: {
      retry: text.retry,
      myTranscripts: text.status.myTranscripts,
      myData: text.status.myData,
      deleteData: text.status.deleteData,
    },
    position: application?.positionTitle[language] ?? '',
    hero: application ? heroView(application, state.asked, text) : { kind: 'applied', title: '', text: '' },
    round: application ? roundView(application, frame) : { name: '', lines: [] },
    steps: application?.steps.map((step) => stepView(step, frame)) ?? [],
    hasTranscripts: application?.transcriptsReady === true && application.interviewId !== undefined,
    hasChoices: application?.interviewId !== undefined,
    offers: { ...state.offers, ...(!frame.mayProveEmail && { email: '' }) },
    language,
    action,
    button: { label: buttonLabel(action, text), hint: notifyHint(application, state.asked, frame) },
    actFailure: state.failure === '' ? null : failureView(state.failure, text),
  }
}

function heroView(application: ApplicationForCandidate, asked: Asked, text: Texts): StatusView['hero'] {
  const kind = heroOf(application)
  const {
    doneTitle,
    doneText,
    doneAsked,
    readyTitle,
    readyText,
    invitedTitle,
    invitedText,
    appliedTitle,
    appliedText,
  } = text.status
  switch (kind) {
    case 'done':
      return { kind, title: doneTitle, text: asked === 'accepted' ? doneAsked : doneText }
    case 'ready':
      return { kind, title: readyTitle, text: readyText }
    case 'invited':
      return { kind, title: invitedTitle, text: invitedText }
    case 'applied':
      return { kind, title: appliedTitle, text: appliedText }
    case 'letter':
      return { kind, title: text.status.letterTitle, text: text.status.letterText }
    case 'advanced':
      return {
        kind,
        title: text.status.advancedTitle,
        text: application.nextRound ? text.status.arrangedText : text.status.advancedText,
      }
    case 'revoked':
    case 'withdrawn':
    case 'expired':
    case 'abandoned':
      return { kind, ...text.status.ended[kind] }
    case 'passed':
      return { kind, title: text.status.passedTitle, text: text.status.passedText }
  }
}

/** Time, place and contact of the round that comes: what a notice has no room for (M5). */
function roundView({ nextRound }: ApplicationForCandidate, { text, language, dates }: Frame): StatusView['round'] {
  if (!nextRound) return { name: '', lines: [] }
  const { name, startsAt, place, contact } = nextRound
  const { round } = text.status
  return {
    name: name[language],
    lines: [
      { label: round.time, text: dates.dayAndTime(startsAt) },
      { label: round.place, text: place[language] },
      { label: round.contact, text: `${contact.name[language]} ${contact.phone}` },
    ],
  }
}

/** Steps that wait for the candidate; the others are promises made to them. */
const isMine = (step: ApplicationStep) => step === 'invited' || step === 'submitted'

function stepView(
  { step, state, at, dueBy }: ApplicationForCandidate['steps'][number],
  { text, dates, nowMs }: Frame,
): StepView {
  const title = text.status.steps[step][state]
  const isLate = dueBy !== undefined && state !== 'done' && Date.parse(dueBy) < nowMs
  const details = [
    ...(at && state === 'done' ? [dates.relative(at, nowMs)] : []),
    ...(step === 'review' && state !== 'done' ? [text.status.reviewBy] : []),
    ...(isLate ? [text.status.late] : []),
    ...(dueBy && state !== 'done' && !isLate
      ? [isMine(step) ? text.status.finishBy(dates.short(dueBy, nowMs)) : text.status.dueBy(dates.short(dueBy, nowMs))]
      : []),
  ]
  const detail = details.join(text.factGap)
  return {
    key: step,
    title,
    detail,
    state,
    spoken: [title, text.status.stepStates[state], detail].filter((part) => part !== '').join(text.factGap),
  }
}

function buttonLabel(action: StatusAction, text: Texts): string {
  switch (action) {
    case 'invitation':
      return text.status.toInvitation
    case 'letter':
      return text.status.toLetter
    case 'feedback':
      return text.status.toFeedback
    case 'notify':
      return text.status.notify
    case 'none':
      return ''
  }
}

function notifyHint(application: ApplicationForCandidate | undefined, asked: Asked, { text, isWeCom }: Frame): string {
  if (!application || !isSubmitted(application) || application.outcome) return ''
  if (isWeCom && asked !== 'accepted') return text.status.inWeCom
  if (asked === 'unasked') return application.feedbackReady ? text.status.asksOnOpen : ''
  if (application.feedbackReady) return ''
  return asked === 'accepted' ? text.status.notified : text.status.notNotified
}
