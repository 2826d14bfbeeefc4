/** What the parts of the interview's view are made from. */
import type { InterviewForCandidate, InterviewStep } from '../../../shared/contracts/interviews.js'
import type { Texts } from '../../i18n/texts.js'
import { leftMs } from '../../services/clock.js'
import type { Frame } from '../../services/frame.js'
import { endsAtOf, questionOf, type InterviewState } from './interview-state.js'

export interface Seen {
  state: InterviewState
  frame: Frame
  /** Time on the server's clock. */
  nowMs: number
}

const numberOf = (step: InterviewStep): number => (step.kind === 'next' ? step.number : (questionOf(step)?.number ?? 0))

export function titleOf(interview: InterviewForCandidate | undefined, { interview: words }: Texts): string {
  const number = interview ? numberOf(interview.step) : 0
  if (!interview || number === 0) return words.title
  return words.questionOf(followUpOf(interview.step)?.of ?? number, interview.questionCount)
}

export const followUpOf = (step: InterviewStep) => (step.kind === 'next' ? step.followUp : questionOf(step)?.followUp)

export const timeLeftMs = ({ state, nowMs }: Seen): number | undefined => {
  const endsAt = state.interview && endsAtOf(state.interview.step)
  return endsAt === undefined ? undefined : leftMs(endsAt, nowMs)
}

/** Of a question in letters, a Chinese one counted as two: three lines on a usual phone, and six. */
const longStem = 110
const longestStem = 200

/**
 * Whoever is filmed sees themselves beside the words instead of above them, and the time stands above the question: on a small screen, in
 * large text, for a long question. A picture needs more room than a level or a ring.
 */
export function hasLittleRoom({
  state: { interview },
  frame: { isNarrow, isShort, isLarge, language },
}: Seen): boolean {
  const question = interview && questionOf(interview.step)
  const stem = question?.stem[language] ?? ''
  const letters = Array.from(stem).reduce((sum, letter) => sum + (letter > '\u2e7f' ? 2 : 1), 0)
  const needsRoom = isShort || (interview?.step.kind === 'answering' && question?.answerWith === 'video')
  return isNarrow || isLarge || letters > (needsRoom ? longStem : longestStem)
}
