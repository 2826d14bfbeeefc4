/** What an answer by voice or video offers at the bottom: to finish, to go on, or what helps when nothing may be recorded. */
import type { Texts } from '../../i18n/texts.js'
import type { Buttons } from './interview-buttons.js'
import { questionOf, type InterviewState } from './interview-state.js'
import { hasSpoken, takesLeft } from './spoken-state.js'
import { spokenWords } from './spoken-view.js'
import { switchButton } from './switch-button.js'

export function spokenButtons(state: InterviewState, words: Texts['interview']): Omit<Buttons, 'hint'> {
  const { isFinishing, isOnline, spoken, interview } = state
  const question = interview && questionOf(interview.step)
  const second = secondaryOf(state, words)
  const isEnding = isFinishing || spoken.phase === 'ending'
  const left = question && hasSpoken(spoken) && !isEnding ? takesLeft(spoken, question) : 0
  const { again, uploaded } = spokenWords(state, words)
  return {
    primary: {
      ...primaryOf(state, words),
      isDisabled: isFinishing && !isOnline,
      isBusy: isEnding && (isOnline || !isFinishing),
    },
    ...second,
    // One line under the primary button, so that it stays where it is.
    again: left > 0 && second.secondary === '' ? again(left) : '',
    sent: spoken.clips.length > 0 && second.secondary === '' ? uploaded(spoken.percent) : '',
  }
}

function primaryOf(state: InterviewState, words: Texts['interview']): Pick<Buttons['primary'], 'label' | 'act'> {
  const { isFinishing, spoken } = state
  const { allow, recordOn, record } = spokenWords(state, words)
  if (isFinishing || spoken.phase === 'ending') return { label: words.finishing, act: 'finish' }
  if (spoken.phase === 'recording' || spoken.phase === 'starting') return { label: words.finish, act: 'finish' }
  if (spoken.why === 'not-allowed') return { label: allow, act: 'open-settings' }
  return { label: hasSpoken(spoken) ? recordOn : record, act: 'record' }
}

/** While nothing was said, another way; where the recording stands still, the end. */
function secondaryOf(state: InterviewState, words: Texts['interview']): Pick<Buttons, 'secondary' | 'secondaryAct'> {
  const { isFinishing, isOnline, spoken } = state
  const isStill = spoken.phase === 'still' || spoken.phase === 'idle'
  const other = isOnline && spoken.phase !== 'ending' ? switchButton(state, words) : {}
  if (other.secondary !== undefined) return { secondary: other.secondary, secondaryAct: 'switch-way' }
  if (isStill && !isFinishing) return { secondary: words.finish, secondaryAct: 'finish' }
  return { secondary: '', secondaryAct: 'none' }
}
