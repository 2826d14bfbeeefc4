/** Acts when the time of a step is up, by the server's clock, once. */
import type { InterviewForCandidate } from '../../../shared/contracts/interviews.js'
import { leftMs } from '../../services/clock.js'
import type { Desk } from './interview-desk.js'
import { endKey, endsAtOf } from './interview-state.js'
import type { RunnerDeps } from './runner-deps.js'

const endRetryMs = 1_000

export class StepClock {
  private tried = { key: '', atMs: 0 }
  private isAsking = false

  constructor(
    private readonly desk: Desk,
    private readonly deps: Pick<RunnerDeps, 'nowMs' | 'isSure'>,
    private readonly timeIsUp: (interview: InterviewForCandidate) => Promise<void>,
  ) {}

  async tick(): Promise<void> {
    const { interview, isActing } = this.desk.state
    if (interview) await this.askTime()
    if (interview && !isActing && this.isOver(interview)) {
      this.tried = { key: endKey(interview), atMs: this.deps.nowMs() }
      await this.timeIsUp(interview)
    }
    await this.desk.set(this.desk.state)
  }

  async askTime(): Promise<void> {
    if (this.deps.isSure() || this.isAsking) return
    this.isAsking = true
    await this.desk.refresh()
    this.isAsking = false
  }

  /** The step's time is up and nobody has seen to it within the last second. */
  private isOver(interview: InterviewForCandidate): boolean {
    if (!this.deps.isSure()) return false
    const nowMs = this.deps.nowMs()
    const endsAt = endsAtOf(interview.step)
    if (endsAt === undefined || leftMs(endsAt, nowMs) > 0) return false
    return this.tried.key !== endKey(interview) || nowMs - this.tried.atMs >= endRetryMs
  }
}
