/** What the bottom of the interview page offers on each screen, and what a tap there does. */
import type { Texts } from '../../i18n/texts.js'
import type { InterviewScreen } from './interview-screen.js'
import type { InterviewState } from './interview-state.js'
import { spokenButtons } from './spoken-buttons.js'
import { spokenWords } from './spoken-view.js'
import { switchButton } from './switch-button.js'

export type Act =
  | 'none'
  | 'next'
  | 'begin'
  | 'finish'
  | 'take-over'
  | 'to-status'
  | 'rest-longer'
  | 'skip'
  | 'leave'
  | 'switch-way'
  | 'record'
  | 'open-settings'

export interface Buttons {
  primary: { label: string; isDisabled: boolean; isBusy: boolean; act: Act }
  secondary: string
  secondaryAct: Act
  hint: string
  /** In the line under the primary one: another take, and what has arrived. */
  again: string
  sent: string
}

const nothingElse = { secondary: '', secondaryAct: 'none', hint: '', again: '', sent: '' } as const

export function buttonsOf(screen: InterviewScreen, state: InterviewState, texts: Texts): Buttons {
  const { interview: words } = texts
  const { isActing, interview } = state
  const button = (label: string, act: Act, more: Partial<Omit<Buttons, 'primary'>> = {}): Buttons => ({
    primary: { label, isDisabled: false, isBusy: isActing, act },
    ...nothingElse,
    ...more,
  })
  const step = interview?.step
  switch (screen) {
    case 'ready':
      return button(words.first, 'next')
    case 'rest': {
      if (step?.kind === 'next' && step.followUp) return button(words.showFollowUp, 'next')
      const isLonger = step?.kind === 'next' && step.restExtendable && step.restEndsAt !== undefined
      const label = words.next(step?.kind === 'next' ? step.number : 0)
      return button(label, 'next', isLonger ? { secondary: words.restLonger, secondaryAct: 'rest-longer' } : {})
    }
    case 'thinking':
      return thinkingButtons(state, texts)
    case 'text':
    case 'number':
      return writingButtons(state, texts)
    case 'voice':
    case 'video':
      return { ...nothingElse, ...spokenButtons(state, words), hint: '' }
    case 'over':
      return button(words.toStatus, 'to-status')
    case 'other-phone':
      return button(words.otherHere, 'take-over', { secondary: words.otherLeave, secondaryAct: 'leave' })
    case 'taken-over':
      return button(words.takenBack, 'take-over')
    default:
      return button('', 'none')
  }
}

/** Leaving a follow-up out comes before another way of answering it. */
function thinkingButtons(state: InterviewState, texts: Texts): Buttons {
  const { interview: words } = texts
  const { isActing, interview, spoken } = state
  const step = interview?.step
  const isThinking = step?.kind === 'thinking'
  const mayNotHear = spoken.why === 'not-allowed'
  return {
    primary: {
      label: mayNotHear ? spokenWords(state, words).allow : words.begin,
      isDisabled: !isThinking,
      isBusy: isActing,
      act: mayNotHear ? 'open-settings' : 'begin',
    },
    ...nothingElse,
    ...switchButton(state, texts.interview),
    ...(isThinking && step.question.followUp && !mayNotHear
      ? { secondary: words.nothingToAdd, secondaryAct: 'skip' as const }
      : {}),
  }
}

function writingButtons(state: InterviewState, texts: Texts): Buttons {
  const { interview: words } = texts
  const { isFinishing, isOnline } = state
  return {
    primary: {
      label: isFinishing ? words.finishing : hasNothingToAdd(state) ? words.nothingToAdd : words.finish,
      isDisabled: isFinishing && !isOnline,
      isBusy: isFinishing && isOnline,
      act: 'finish',
    },
    ...nothingElse,
    ...(isOnline ? switchButton(state, texts.interview) : {}),
    hint: isOnline ? '' : words.offlineHint,
  }
}

const hasNothingToAdd = ({ interview, typed }: InterviewState): boolean =>
  interview?.step.kind === 'answering' && interview.step.question.followUp !== undefined && typed.text.trim() === ''
