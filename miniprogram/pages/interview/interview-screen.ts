/** Which of its screens the interview page is on. */
import type { InterviewState } from './interview-state.js'

export type InterviewScreen =
  | 'loading'
  | 'failed'
  | 'other-phone'
  | 'taken-over'
  | 'ready'
  | 'rest'
  | 'thinking'
  | 'text'
  | 'number'
  | 'voice'
  | 'video'
  | 'over'

export function screenOf({ phase, otherPhone, interview }: InterviewState): InterviewScreen {
  if (otherPhone !== 'none') return otherPhone === 'ask' ? 'other-phone' : 'taken-over'
  if (phase !== 'running' || !interview) return phase === 'failed' ? 'failed' : 'loading'

  const { step } = interview
  switch (step.kind) {
    case 'next':
      return step.number === 1 && step.restEndsAt === undefined ? 'ready' : 'rest'
    case 'issued':
    case 'thinking':
      return 'thinking'
    case 'answering':
      return step.question.answerWith
    case 'finished':
      return 'loading'
    case 'abandoned':
      return 'over'
  }
}
