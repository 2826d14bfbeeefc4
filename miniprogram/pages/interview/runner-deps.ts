/** What an interview on this phone needs from outside. */
import type { InterviewForCandidate } from '../../../shared/contracts/interviews.js'
import type { AnswerOutbox } from '../../services/answer-outbox.js'
import type { InterviewCalls } from './interview-calls.js'
import type { InterviewState } from './interview-state.js'
import type { SpokenDeps } from './spoken-answer.js'

export interface RunnerDeps {
  calls: InterviewCalls
  /** Time on the server's clock. */
  nowMs: () => number
  /** False while that time is not to be trusted: the phone slept or its clock was set. */
  isSure: () => boolean
  outboxFor: (interviewId: string) => AnswerOutbox
  /** Puts the state on the screen and resolves when it is really there. */
  render: (state: InterviewState) => Promise<void>
  spoken: SpokenDeps
  every: (ms: number, act: () => void) => () => void
  finished: (interview: InterviewForCandidate) => void
}
