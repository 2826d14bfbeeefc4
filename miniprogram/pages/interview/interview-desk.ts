/** What the parts of a running interview share: its state, and the ways to a newer one. */
import type { InterviewForCandidate } from '../../../shared/contracts/interviews.js'
import type { InterviewState } from './interview-state.js'

export interface Desk {
  readonly state: InterviewState
  /** Resolves when it is on the screen. */
  set(next: InterviewState): Promise<void>
  /** For what another change will draw. */
  hold(change: Partial<InterviewState>): void
  arrive(view: InterviewForCandidate): Promise<void>
  refresh(): Promise<void>
  tookOver(): Promise<void>
  /** Over a gap only the server knows how long it was; until it has said so nothing ends here. */
  askTime(): Promise<void>
}
