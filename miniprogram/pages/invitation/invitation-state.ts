import type { AnswerMode } from '../../../shared/contracts/answer-modes.js'
import type { InterviewForCandidate } from '../../../shared/contracts/interviews.js'
import type { InvitationForCandidate } from '../../../shared/contracts/invitations.js'
import { failureView, type FailureView } from '../../i18n/failure-text.js'
import type { Texts } from '../../i18n/texts.js'
import { speaks } from '../../services/spoken-ways.js'
import type { Frame } from '../../services/frame.js'
import type { Loadable } from '../../services/loadable.js'
import { loadingView, type LoadingView } from '../../services/loading-view.js'

export type InvitationState = Loadable<InvitationForCandidate & { running?: RunningQuestion }>

/** A question whose clock goes on while this page is looked at. */
export interface RunningQuestion {
  number: number
  endsAt: string
  leftMs: number
}

export function runningQuestionOf({ step, serverNow }: InterviewForCandidate): RunningQuestion | undefined {
  if (step.kind !== 'thinking' && step.kind !== 'answering') return undefined
  const { followUp, answerSeconds } = step.question
  const number = followUp?.of ?? step.question.number
  const endsAtMs = Date.parse(step.endsAt) + (step.kind === 'thinking' ? answerSeconds * 1_000 : 0)
  const leftMs = endsAtMs - Date.parse(serverNow)
  return leftMs > 0 ? { number, endsAt: new Date(endsAtMs).toISOString(), leftMs } : undefined
}

type OpenInvitation = Extract<InvitationForCandidate, { kind: 'open' }>

/** Where the one filled button leads. */
export type InvitationAction =
  | { kind: 'consent' }
  | { kind: 'interview'; invitationId: string }
  /** Before the first question, where somebody may speak. */
  | { kind: 'check'; invitationId: string; ways: AnswerMode[] }
  | { kind: 'status'; applicationId: string }
  | { kind: 'positions' }
  /** Declined, and the window is still open. */
  | { kind: 'return' }
  | { kind: 'none' }

export function actionOf(state: InvitationState): InvitationAction {
  if (state.kind !== 'ready') return { kind: 'none' }

  const invitation = state.value
  switch (invitation.kind) {
    case 'open':
      if (!invitation.bound) return { kind: 'consent' }
      return checkedFirst(invitation)
        ? { kind: 'check', invitationId: invitation.id, ways: invitation.answerModes }
        : { kind: 'interview', invitationId: invitation.id }
    case 'done':
      return { kind: 'status', applicationId: invitation.applicationId }
    case 'declined':
      return invitation.returnBy ? { kind: 'return' } : { kind: 'positions' }
    default:
      return { kind: 'positions' }
  }
}

const checkedFirst = ({ interviewId, answerModes }: OpenInvitation): boolean =>
  interviewId === undefined && speaks(answerModes)

interface OpenView {
  from: string
  hello: string
  invited: string
  next: string
  /** What the question has left that was begun. */
  running: string
  facts: { label: string; value: string }[]
  bring: { title: string; things: string[] }
  notes: string[]
  /** To the device check; empty once the interview was begun. */
  check: string
}

/** Coming back after having declined. */
export interface Act {
  failure: string
  isBusy: boolean
}

export interface InvitationView extends LoadingView {
  style: string
  text: { retry: string }
  kind: InvitationForCandidate['kind'] | 'none'
  open: OpenView
  over: { title: string; lines: string[] }
  button: string
  /** To what may be changed; empty where nothing can be any more. */
  change: string
  actFailure: FailureView | null
  isBusy: boolean
}

const nothingOpen: OpenView = {
  from: '',
  hello: '',
  invited: '',
  next: '',
  running: '',
  facts: [],
  bring: { title: '', things: [] },
  notes: [],
  check: '',
}

export function toView(
  state: InvitationState,
  frame: Frame,
  { failure, isBusy }: Act = { failure: '', isBusy: false },
): InvitationView {
  const { text, style } = frame
  const invitation = state.kind === 'ready' ? state.value : undefined

  return {
    ...loadingView(state, text),
    style,
    text: { retry: text.retry },
    kind: invitation?.kind ?? 'none',
    open: invitation?.kind === 'open' ? openView(invitation, frame, invitation.running) : nothingOpen,
    over: invitation && invitation.kind !== 'open' ? overView(invitation, frame) : { title: '', lines: [] },
    button: buttonLabel(state, frame),
    change: invitation && mayChange(invitation) ? text.change.link : '',
    actFailure: failure === '' ? null : failureView(failure, text),
    isBusy,
  }
}

/** Who has not passed the phone check yet finds it behind the link. */
function mayChange(invitation: InvitationForCandidate): boolean {
  if (invitation.kind === 'open') return invitation.interviewId === undefined
  return invitation.kind === 'expired' && invitation.changes !== undefined
}

function openView(
  invitation: OpenInvitation,
  { text, language, dates, nowMs }: Frame,
  running: RunningQuestion | undefined,
): OpenView {
  const { closesAt, takes, answerWith, seenBy, modes } = text.invitation
  const isRunning = invitation.interviewId !== undefined

  return {
    from: text.invitation.from(invitation.organisationName[language]),
    hello: text.invitation.hello(invitation.name),
    invited: text.invitation.invited(invitation.positionTitle[language]),
    next: isRunning ? text.invitation.resumable : text.invitation.now,
    running: running
      ? text.invitation.questionRuns(
          running.number,
          dates.short(running.endsAt, nowMs),
          Math.ceil(running.leftMs / 60_000),
        )
      : '',
    facts: [
      { label: closesAt, value: dates.dayAndTime(invitation.closesAt) },
      { label: takes, value: text.interviewFacts(invitation.minutes, invitation.questionCount) },
      { label: answerWith, value: text.list(invitation.answerModes.map((mode) => modes[mode])) },
      { label: seenBy, value: invitation.seenBy[language] },
    ],
    bring: { title: text.invitation.bring, things: invitation.bring.map((thing) => thing[language]) },
    notes: [
      ...invitation.notes.map((note) => note[language]),
      text.invitation.keepsSafe,
      text.invitation.leavingNoted,
      ...(speaks(invitation.answerModes) ? [text.invitation.mayCorrect] : []),
    ],
    check: isRunning ? '' : checkLink(invitation, text),
  }
}

function checkLink({ answerModes }: OpenInvitation, { check: { link } }: Texts): string {
  if (answerModes.includes('video')) return link.video
  return answerModes.includes('voice') ? link.voice : link.text
}

function overView(
  invitation: Exclude<InvitationForCandidate, OpenInvitation>,
  { text, dates }: Frame,
): InvitationView['over'] {
  const words = text.invitation
  switch (invitation.kind) {
    case 'done':
      return { title: words.doneTitle, lines: [words.doneText] }
    case 'expired': {
      const closedAt = invitation.at ? dates.dayAndTime(invitation.at) : ''
      return { title: words.expiredTitle, lines: [words.expiredText(closedAt), words.expiredNext] }
    }
    case 'declined': {
      const { returnBy } = invitation
      const next = returnBy ? words.declinedBack(dates.dayAndTime(returnBy)) : words.declinedLate
      return { title: words.declinedTitle, lines: [words.declinedText, next] }
    }
    case 'revoked':
      return { title: words.revokedTitle, lines: [words.revokedText] }
    case 'taken':
      return { title: words.takenTitle, lines: [words.takenText] }
  }
}

function buttonLabel(state: InvitationState, { text }: Frame): string {
  const { start, resume, toStatus, toPositions, comeBack } = text.invitation
  switch (actionOf(state).kind) {
    case 'consent':
      return start
    case 'check':
    case 'interview':
      return state.kind === 'ready' && state.value.kind === 'open' && state.value.interviewId ? resume : start
    case 'status':
      return toStatus
    case 'positions':
      return toPositions
    case 'return':
      return comeBack
    case 'none':
      return ''
  }
}
