/** What a spoken answer offers at the bottom: to finish, to go on, or what helps when there is no microphone. */
import type { Texts } from '../../i18n/texts.js'
import { otherWay } from './answer-ways.js'
import type { Buttons } from './interview-buttons.js'
import { questionOf, type InterviewState } from './interview-state.js'
import { hasSpoken, takesLeft } from './spoken-state.js'

export function voiceButtons(state: InterviewState, words: Texts['interview']): Omit<Buttons, 'hint'> {
  const { isFinishing, isOnline, spoken, interview } = state
  const question = interview && questionOf(interview.step)
  const second = secondaryOf(state, words)
  const isEnding = isFinishing || spoken.phase === 'ending'
  const left = question && hasSpoken(spoken) && !isEnding ? takesLeft(spoken, question) : 0
  return {
    primary: {
      ...primaryOf(state, words),
      isDisabled: isFinishing && !isOnline,
      isBusy: isEnding && (isOnline || !isFinishing),
    },
    ...second,
    // One line under the primary button, so that it stays where it is.
    again: left > 0 && second.secondary === '' ? words.voice.again(left) : '',
    sent: hasSpoken(spoken) && second.secondary === '' ? words.voice.uploaded(spoken.percent) : '',
  }
}

function primaryOf(
  { isFinishing, spoken }: InterviewState,
  words: Texts['interview'],
): Pick<Buttons['primary'], 'label' | 'act'> {
  if (isFinishing || spoken.phase === 'ending') return { label: words.finishing, act: 'finish' }
  if (spoken.phase === 'recording' || spoken.phase === 'starting') return { label: words.finish, act: 'finish' }
  if (spoken.why === 'not-allowed') return { label: words.voice.openMicrophone, act: 'open-settings' }
  return { label: hasSpoken(spoken) ? words.voice.recordOn : words.voice.record, act: 'record' }
}

/** While nothing was said, another way; where the recording stands still, the end. */
function secondaryOf(state: InterviewState, words: Texts['interview']): Pick<Buttons, 'secondary' | 'secondaryAct'> {
  const { isFinishing, isOnline, spoken } = state
  const isStill = spoken.phase === 'still' || spoken.phase === 'idle'
  const other = isOnline ? otherWay(state) : undefined
  if (other && spoken.phase !== 'ending')
    return { secondary: words.switchTo(words.ways[other.answerWith]), secondaryAct: 'switch-way' }
  if (isStill && !isFinishing) return { secondary: words.finish, secondaryAct: 'finish' }
  return { secondary: '', secondaryAct: 'none' }
}
