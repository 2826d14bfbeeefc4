/** What the bottom of the interview page offers on each screen. */
import type { Texts } from '../../i18n/texts.js'
import type { InterviewScreen } from './interview-screen.js'
import type { InterviewState } from './interview-state.js'

export interface Buttons {
  primary: { label: string; isDisabled: boolean; isBusy: boolean }
  secondary: string
  hint: string
}

export function buttonsOf(screen: InterviewScreen, state: InterviewState, { interview: words }: Texts): Buttons {
  const { isActing, isFinishing, isOnline, interview } = state
  const button = (label: string, more: Partial<Omit<Buttons, 'primary'>> = {}): Buttons => ({
    primary: { label, isDisabled: false, isBusy: isActing },
    secondary: '',
    hint: '',
    ...more,
  })
  const step = interview?.step
  switch (screen) {
    case 'ready':
      return button(words.first)
    case 'rest': {
      if (step?.kind === 'next' && step.followUp) return button(words.showFollowUp)
      const isLonger = step?.kind === 'next' && step.restExtendable && step.restEndsAt !== undefined
      return button(words.next(step?.kind === 'next' ? step.number : 0), {
        secondary: isLonger ? words.restLonger : '',
      })
    }
    case 'thinking':
      return {
        ...button(words.begin),
        primary: { label: words.begin, isDisabled: step?.kind !== 'thinking', isBusy: isActing },
        secondary: step?.kind === 'thinking' && step.question.followUp ? words.nothingToAdd : '',
      }
    case 'text':
    case 'number':
      return {
        primary: {
          label: isFinishing ? words.finishing : hasNothingToAdd(state) ? words.nothingToAdd : words.finish,
          isDisabled: isFinishing && !isOnline,
          isBusy: isFinishing && isOnline,
        },
        secondary: '',
        hint: isOnline ? '' : words.offlineHint,
      }
    case 'over':
      return button(words.toStatus)
    case 'other-phone':
      return button(words.otherHere, { secondary: words.otherLeave })
    case 'taken-over':
      return button(words.takenBack)
    default:
      return button('')
  }
}

const hasNothingToAdd = ({ interview, typed }: InterviewState): boolean =>
  interview?.step.kind === 'answering' && interview.step.question.followUp !== undefined && typed.text.trim() === ''
