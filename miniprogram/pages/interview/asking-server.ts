/** Asks the server, one act at a time, and turns what it refuses into its newest view, or into what the page says. */
import type { InterviewForCandidate } from '../../../shared/contracts/interviews.js'
import { asApiError, isOtherPhone, type ApiError } from '../../services/api-error.js'
import type { InterviewCalls } from './interview-calls.js'
import type { Desk } from './interview-desk.js'
import { wentOffline, type InterviewState } from './interview-state.js'

/** Refusals whose newest view looks as before: without a word the tap would seem lost. */
const toldBesideTheView: readonly string[] = ['way-not-offered', 'too-late-for-way', 'already-written']

/** The recorder stands still because of a call, as far as this phone knows. */
export const isInCall = ({ spoken }: InterviewState): boolean => spoken.phase === 'still' && spoken.why === 'call'

export class AskingServer {
  constructor(
    private readonly desk: Desk,
    private readonly calls: Pick<InterviewCalls, 'look' | 'heartbeat'>,
  ) {}

  /** What the server refuses because it is further on ends in its newest view. */
  async act(asking: () => Promise<InterviewForCandidate>): Promise<void> {
    const { desk } = this
    if (desk.state.isActing) return
    await desk.set({ ...desk.state, isActing: true, failure: '' })
    try {
      const view = await asking()
      desk.hold({ isActing: false, otherPhone: 'none' })
      await desk.arrive(view)
    } catch (error) {
      desk.hold({ isActing: false })
      await this.refused(asApiError(error))
    }
  }

  async refresh(): Promise<void> {
    try {
      await this.desk.arrive(await this.calls.look())
    } catch (error) {
      const failure = asApiError(error)
      await (failure.status === 409 ? this.say(failure) : this.refused(failure))
    }
  }

  async beat(visible: boolean): Promise<void> {
    const { desk } = this
    if (!desk.state.interview || desk.state.isActing) return
    try {
      await desk.arrive(await this.calls.heartbeat({ visible, inCall: isInCall(desk.state) }))
    } catch (error) {
      const failure = asApiError(error)
      if (isOtherPhone(failure)) return desk.tookOver()
      if (failure.status === 0) await desk.set(wentOffline(desk.state))
    }
  }

  private async refused(error: ApiError): Promise<void> {
    const { desk } = this
    const { interview } = desk.state
    if (error.code === 'other-device') return desk.set({ ...desk.state, otherPhone: 'ask' })
    if (error.code === 'taken-over') return desk.tookOver()
    if (error.status === 0 && interview) return desk.set(wentOffline(desk.state))
    if (error.status === 409 && interview) {
      await this.refresh()
      return toldBesideTheView.includes(error.code) ? this.say(error) : undefined
    }
    return desk.set({ ...desk.state, failure: error.code, phase: interview ? 'running' : 'failed' })
  }

  private say({ code }: ApiError): Promise<void> {
    return this.desk.set({ ...this.desk.state, failure: code })
  }
}
