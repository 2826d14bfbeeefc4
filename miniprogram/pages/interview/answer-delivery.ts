/** Brings an answer to the server, written or spoken: drafts as they are typed, the whole when it is finished, what is late with its time. */
import type { InterviewForCandidate } from '../../../shared/contracts/interviews.js'
import type { Recording } from '../../../shared/contracts/recordings.js'
import type { AnswerOutbox, KeptAnswer } from '../../services/answer-outbox.js'
import { isOtherPhone, type ApiError } from '../../services/api-error.js'
import type { Desk } from './interview-desk.js'
import { keptHere, type InterviewState } from './interview-state.js'
import { withOpenQuestion } from './open-question.js'

export class AnswerDelivery {
  private outbox: AnswerOutbox | undefined

  constructor(
    private readonly desk: Desk,
    private readonly outboxFor: (interviewId: string) => AnswerOutbox,
    /** Some of what was recorded is not noted yet. */
    private readonly isStillKeeping: () => boolean,
  ) {}

  /** The state with what this phone kept of the open question. */
  withOpen(state: InterviewState, view: InterviewForCandidate): InterviewState {
    this.outbox ??= this.outboxFor(view.id)
    return withOpenQuestion(state, this.outbox)
  }

  kept(): KeptAnswer | undefined {
    return this.outbox?.answer()
  }

  edit(text: string): void {
    this.outbox?.edit(text)
  }

  record(recording: Recording | undefined, agoMs?: number): void {
    this.outbox?.record(recording, agoMs)
  }

  drop(): void {
    this.outbox?.drop()
  }

  async handIn(): Promise<void> {
    this.outbox?.finish()
    await this.desk.set({ ...this.desk.state, isFinishing: true, asksBeforeSending: 'nothing' })
    await this.flush()
  }

  /** What was said or typed since the last autosave still counts; with the network gone just now it stays open. */
  async handInLastWords(): Promise<void> {
    if (!this.outbox || (!this.outbox.isDirty() && !this.outbox.answer()?.recording)) return
    this.outbox.finish()
    await this.flush()
    if (!this.desk.state.isOnline) this.outbox.reopen()
  }

  async flush(): Promise<void> {
    if (this.hasLeftBehind()) this.outbox?.finish()
    if (!this.outbox?.isDirty()) return
    await this.desk.askTime()
    const sent = this.outbox.answer()
    const flushed = await this.outbox.flush()
    switch (flushed.kind) {
      case 'nothing':
        return
      case 'submitted':
        return this.desk.arrive(flushed.interview)
      case 'saved':
        this.desk.hold({ saving: this.outbox.isDirty() ? 'unsaved' : 'saved' })
        return this.desk.arrive(flushed.interview)
      case 'kept':
        return this.desk.set(keptHere(this.desk.state, flushed.error))
      case 'refused':
        return this.refused(flushed.error, sent)
    }
  }

  /** Something was recorded for a question that is not open any more: the app was killed, and came back too late. */
  hasLeftBehind(): boolean {
    const kept = this.outbox?.answer()
    return (
      this.desk.state.interview !== undefined &&
      kept?.recording !== undefined &&
      kept.submissionKey === undefined &&
      !this.isStillKeeping() &&
      !this.isOpen(kept.number)
    )
  }

  private isOpen(number: number | undefined): boolean {
    const step = this.desk.state.interview?.step
    return step?.kind === 'answering' && step.question.number === number
  }

  /**
   * Nothing typed may be lost: while the question goes on it stays open; once it is over a late draft goes in as the answer, with
   * the time since its last edit. Only when that is refused too is the server's text the answer.
   */
  private async refused(error: ApiError, sent: KeptAnswer | undefined): Promise<void> {
    if (isOtherPhone(error)) return this.desk.tookOver()

    await this.desk.refresh()
    if (this.isOpen(sent?.number)) {
      this.outbox?.reopen()
      return this.desk.set({ ...this.desk.state, isFinishing: false, failure: error.code })
    }
    if (sent?.submissionKey !== undefined) return this.outbox?.drop()

    this.outbox?.finish()
    await this.flush()
  }
}
