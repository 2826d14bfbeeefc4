import type { Texts } from '../../i18n/texts.js'
import { otherWays } from './answer-ways.js'
import type { Buttons } from './interview-buttons.js'
import type { InterviewState } from './interview-state.js'

/** One other way by its name; of several the tap asks which. */
export function switchButton(
  state: InterviewState,
  words: Texts['interview'],
): Partial<Pick<Buttons, 'secondary' | 'secondaryAct'>> {
  const [other, ...more] = otherWays(state)
  if (!other) return {}
  const secondary = more.length > 0 ? words.switchWay : words.switchTo(words.ways[other.answerWith])
  return { secondary, secondaryAct: 'switch-way' }
}
