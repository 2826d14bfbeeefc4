/**
 * Runs one interview on this phone: asks the server, keeps the rhythm of heartbeat and autosave, and acts when a time is up.
 * Everything from outside comes in as a dependency, so that a test can run an interview without a phone.
 */
import type { InterviewForCandidate } from '../../../shared/contracts/interviews.js'
import { autosaveMs, clockTickMs, heartbeatMs } from '../../config.js'
import type { AnswerOutbox, KeptAnswer } from '../../services/answer-outbox.js'
import { asApiError, isOtherPhone, type ApiError } from '../../services/api-error.js'
import { leftMs } from '../../services/clock.js'
import {
  endKey,
  endsAtOf,
  goesOnByItself,
  initialInterview,
  isNewer,
  keptHere,
  numberAt,
  typedText,
  viewArrived,
  whatToAskBeforeSending,
  withKey,
  wentOffline,
  type InterviewState,
} from './interview-state.js'
import { withOpenQuestion } from './open-question.js'
import type { RunnerDeps } from './runner-deps.js'

const endRetryMs = 1_000

export class InterviewRunner {
  private current = initialInterview
  private outbox: AnswerOutbox | undefined
  private stops: (() => void)[] = []
  private isVisible = false
  private endTried = { key: '', atMs: 0 }
  private isAsking = false

  constructor(private readonly deps: RunnerDeps) {}

  get state(): InterviewState {
    return this.current
  }

  start(): Promise<void> {
    return this.act(() => this.deps.calls.start(false))
  }

  /** Here again: what the other phone wrote since then is the truth, so the text is taken from the server. */
  async takeOver(): Promise<void> {
    this.outbox?.drop()
    this.current = { ...this.current, typed: initialInterview.typed }
    await this.act(() => this.deps.calls.start(true))
    if (this.isVisible) this.run()
  }

  async next(): Promise<void> {
    const step = this.current.interview?.step
    if (step?.kind === 'next') await this.act(() => this.deps.calls.issue(step.number))
  }

  async begin(): Promise<void> {
    const step = this.current.interview?.step
    if (step?.kind === 'thinking') await this.act(() => this.deps.calls.begin(step.question.number))
  }

  restLonger(): Promise<void> {
    return this.act(() => this.deps.calls.restLonger())
  }

  async edit(text: string): Promise<void> {
    if (this.current.isFinishing) return
    this.outbox?.edit(text)
    await this.set(typedText(this.current, text))
  }

  key(key: string): Promise<void> {
    return this.edit(withKey(this.current, key))
  }

  /** An empty answer and an unread number are asked about once; everything else goes out. */
  async finish(): Promise<void> {
    if (this.current.isFinishing) return
    const asks = whatToAskBeforeSending(this.current)
    if (asks !== this.current.asksBeforeSending && asks !== 'nothing')
      return this.set({ ...this.current, asksBeforeSending: asks })

    this.outbox?.finish()
    await this.set({ ...this.current, isFinishing: true, asksBeforeSending: 'nothing' })
    await this.flush()
  }

  /** Nothing to add to a follow-up, said before it is begun. */
  async skip(): Promise<void> {
    await this.begin()
    if (this.current.interview?.step.kind === 'answering') await this.finish()
  }

  simpler(): Promise<void> {
    return this.set({ ...this.current, simplerOf: numberAt(this.current) })
  }

  keepThinking(): Promise<void> {
    return this.set({ ...this.current, asksBeforeSending: 'nothing' })
  }

  keyboard = (keyboardPx: number): Promise<void> => this.set({ ...this.current, keyboardPx })

  async connection(isConnected: boolean): Promise<void> {
    if (!isConnected) return this.set(wentOffline(this.current))
    await this.flush()
    await this.beat()
  }

  /** The page is in front: time runs and is shown. */
  async shown(): Promise<void> {
    this.isVisible = true
    if (this.current.otherPhone !== 'none') return
    this.run()
    if (this.current.interview) await this.refresh()
  }

  /** The page goes to the background, where timers stand still: save now, and tell the server. */
  async hidden(): Promise<void> {
    this.isVisible = false
    this.stop()
    await this.flush()
    await this.beat()
  }

  private set(next: InterviewState): Promise<void> {
    this.current = next
    return this.deps.render(next)
  }

  private run(): void {
    this.stop()
    const { every } = this.deps
    this.stops = [
      every(clockTickMs, () => void this.tick()),
      every(heartbeatMs, () => void this.beat()),
      every(autosaveMs, () => void this.flush()),
    ]
  }

  private stop(): void {
    for (const stopOne of this.stops) stopOne()
    this.stops = []
  }

  private async arrive(view: InterviewForCandidate): Promise<void> {
    if (!isNewer(view, this.current.interview)) return

    this.outbox ??= this.deps.outboxFor(view.id)
    await this.set(withOpenQuestion(viewArrived(this.current, view), this.outbox))
    const { step } = view
    // The clock of a question starts only now that it can be read.
    if (step.kind === 'issued' && this.isVisible) await this.act(() => this.deps.calls.shown(step.question.number))
    if (step.kind !== 'finished') return

    this.stop()
    this.deps.finished(view)
  }

  /** One act at a time. What the server refuses because it is further on ends in its newest view. */
  private async act(asking: () => Promise<InterviewForCandidate>): Promise<void> {
    if (this.current.isActing) return
    await this.set({ ...this.current, isActing: true, failure: '' })
    try {
      const view = await asking()
      this.current = { ...this.current, isActing: false, otherPhone: 'none' }
      await this.arrive(view)
    } catch (error) {
      this.current = { ...this.current, isActing: false }
      await this.refused(asApiError(error))
    }
  }

  private async refused(error: ApiError): Promise<void> {
    const { interview } = this.current
    if (error.code === 'other-device') return this.set({ ...this.current, otherPhone: 'ask' })
    if (error.code === 'taken-over') return this.tookOver()
    if (error.status === 0 && interview) return this.set(wentOffline(this.current))
    if (error.status === 409 && interview) return this.refresh()
    return this.set({ ...this.current, failure: error.code, phase: interview ? 'running' : 'failed' })
  }

  private tookOver(): Promise<void> {
    this.stop()
    return this.set({ ...this.current, otherPhone: 'took-over' })
  }

  private async refresh(): Promise<void> {
    try {
      await this.arrive(await this.deps.calls.look())
    } catch (error) {
      const failure = asApiError(error)
      await (failure.status === 409 ? this.set({ ...this.current, failure: failure.code }) : this.refused(failure))
    }
  }

  private async beat(): Promise<void> {
    if (!this.current.interview || this.current.isActing) return
    try {
      await this.arrive(await this.deps.calls.heartbeat(this.isVisible))
    } catch (error) {
      const failure = asApiError(error)
      if (isOtherPhone(failure)) return this.tookOver()
      if (failure.status === 0) await this.set(wentOffline(this.current))
    }
  }

  private async flush(): Promise<void> {
    if (!this.outbox?.isDirty()) return
    await this.askTime()
    const sent = this.outbox.answer()
    const flushed = await this.outbox.flush()
    switch (flushed.kind) {
      case 'nothing':
        return
      case 'submitted':
        return this.arrive(flushed.interview)
      case 'saved':
        this.current = { ...this.current, saving: this.outbox.isDirty() ? 'unsaved' : 'saved' }
        return this.arrive(flushed.interview)
      case 'kept':
        return this.set(keptHere(this.current, flushed.error))
      case 'refused':
        return this.answerRefused(flushed.error, sent)
    }
  }

  private isOpen(number: number | undefined): boolean {
    const step = this.current.interview?.step
    return step?.kind === 'answering' && step.question.number === number
  }

  /**
   * Nothing typed may be lost: while the question goes on it stays open; once it is over a late draft goes in as the answer, with
   * the time since its last edit. Only when that is refused too is the server's text the answer.
   */
  private async answerRefused(error: ApiError, sent: KeptAnswer | undefined): Promise<void> {
    if (isOtherPhone(error)) return this.tookOver()

    await this.refresh()
    if (this.isOpen(sent?.number)) {
      this.outbox?.reopen()
      return this.set({ ...this.current, isFinishing: false, failure: error.code })
    }
    if (sent?.submissionKey !== undefined) return this.outbox?.drop()

    this.outbox?.finish()
    await this.flush()
  }

  private async tick(): Promise<void> {
    const { interview, isActing } = this.current
    if (interview) await this.askTime()
    if (interview && !isActing && this.isOver(interview)) {
      this.endTried = { key: endKey(interview), atMs: this.deps.nowMs() }
      await this.timeIsUp(interview)
    }
    await this.set(this.current)
  }

  /** Over a gap only the server knows how long it was; until it has said so nothing ends here. */
  private async askTime(): Promise<void> {
    if (this.deps.isSure() || this.isAsking) return
    this.isAsking = true
    await this.refresh()
    this.isAsking = false
  }

  /** The step's time is up and nobody has seen to it within the last second. */
  private isOver(interview: InterviewForCandidate): boolean {
    if (!this.deps.isSure()) return false
    const nowMs = this.deps.nowMs()
    const endsAt = endsAtOf(interview.step)
    if (endsAt === undefined || leftMs(endsAt, nowMs) > 0) return false
    return this.endTried.key !== endKey(interview) || nowMs - this.endTried.atMs >= endRetryMs
  }

  private async timeIsUp({ step }: InterviewForCandidate): Promise<void> {
    if (!this.current.isOnline) return // time cut off from the network comes back: nothing ends here meanwhile
    if (step.kind === 'next') return goesOnByItself(this.current) ? this.next() : undefined
    if (step.kind === 'answering') await this.handInLastWords(step.question.number)
    if (this.current.isOnline) await this.refresh()
  }

  /** What was typed since the last autosave still counts; with the network gone just now it stays open. */
  private async handInLastWords(number: number): Promise<void> {
    this.current = { ...this.current, endedByTime: number }
    if (!this.outbox?.isDirty()) return

    this.outbox.finish()
    await this.flush()
    if (!this.current.isOnline) this.outbox.reopen()
  }
}
