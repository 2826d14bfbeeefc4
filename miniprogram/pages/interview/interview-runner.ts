/**
 * Runs one interview on this phone: asks the server, keeps the rhythm of heartbeat and autosave, and acts when a time is up.
 * Everything from outside comes in as a dependency, so that a test can run an interview without a phone.
 */
import type { InterviewForCandidate } from '../../../shared/contracts/interviews.js'
import { autosaveMs, clockTickMs, heartbeatMs } from '../../config.js'
import { isRecordedWay } from '../../services/spoken-ways.js'
import { AnswerDelivery } from './answer-delivery.js'
import type { AnswerMode } from '../../../shared/contracts/answer-modes.js'
import { chosenWay, otherWays } from './answer-ways.js'
import { AskingServer, isInCall } from './asking-server.js'
import type { Desk } from './interview-desk.js'
import {
  goesOnByItself,
  initialInterview,
  isNewer,
  numberAt,
  typedText,
  viewArrived,
  whatToAskBeforeSending,
  withKey,
  wentOffline,
  type InterviewState,
} from './interview-state.js'
import { isQuietFor, quietNow } from './quiet.js'
import type { RunnerDeps } from './runner-deps.js'
import { SpokenAnswer } from './spoken-answer.js'
import { StepClock } from './step-clock.js'
import { beganUnderOurEyes, wayToBeginIn } from './view-change.js'

export class InterviewRunner {
  private current = initialInterview
  private stops: (() => void)[] = []
  private isVisible = false
  private isSkipping = false
  /** The question that was put more simply by itself: once. */
  private offeredAt = 0
  private readonly asking: AskingServer
  private readonly clock: StepClock
  private readonly delivery: AnswerDelivery
  private readonly spoken: SpokenAnswer

  constructor(private readonly deps: RunnerDeps) {
    const desk = this.desk()
    this.asking = new AskingServer(desk, deps.calls)
    this.clock = new StepClock(desk, deps, (interview) => this.timeIsUp(interview))
    this.delivery = new AnswerDelivery(desk, deps.outboxFor, () => this.spoken.isKeeping())
    this.spoken = new SpokenAnswer(desk, this.delivery, deps.spoken)
  }

  get state(): InterviewState {
    return this.current
  }

  start(): Promise<void> {
    this.spoken.watch()
    return this.asking.act(() => this.deps.calls.start(false))
  }

  /** Here again: what the other phone wrote since then is the truth, so the text is taken from the server. */
  async takeOver(): Promise<void> {
    this.delivery.drop()
    this.spoken.forget()
    this.current = { ...this.current, typed: initialInterview.typed }
    await this.asking.act(() => this.deps.calls.start(true))
    if (this.isVisible) this.run()
  }

  async next(): Promise<void> {
    const step = this.current.interview?.step
    if (step?.kind === 'next') await this.asking.act(() => this.deps.calls.issue(step.number))
  }

  async begin(): Promise<void> {
    const way = chosenWay(this.current)?.answerWith
    if (this.current.interview?.step.kind !== 'thinking') return
    if (isRecordedWay(way) && !this.isSkipping && !(await this.spoken.mayRecord())) return
    const { step } = this.current.interview
    if (step.kind !== 'thinking') return
    const { number, answerWith } = step.question
    await this.asking.act(() => this.deps.calls.begin(number, way === answerWith || this.isSkipping ? undefined : way))
  }

  /** While it is thought about, and after that as long as nothing was said or written. */
  async switchWay(next: AnswerMode): Promise<void> {
    if (!otherWays(this.current).some(({ answerWith }) => answerWith === next)) return
    const { step } = this.current.interview ?? {}
    await this.set({ ...this.current, preferred: next, spoken: { ...this.current.spoken, why: undefined } })
    if (step?.kind !== 'answering') return
    if (isRecordedWay(step.question.answerWith)) await this.spoken.drop()
    await this.asking.act(() => this.deps.calls.begin(step.question.number, next))
  }

  recordOn = (): Promise<void> => this.spoken.record()

  openSettings = (): Promise<void> => this.spoken.openSettings()

  recordAgain(): Promise<void> {
    return this.set({ ...this.current, asksBeforeSending: 'record-again' })
  }

  restLonger(): Promise<void> {
    return this.asking.act(() => this.deps.calls.restLonger())
  }

  async edit(text: string): Promise<void> {
    if (this.current.isFinishing) return
    this.delivery.edit(text)
    await this.set(typedText(this.current, text))
  }

  key(key: string): Promise<void> {
    return this.edit(withKey(this.current, key))
  }

  /** An empty answer and an unread number are asked about once; everything else goes out. */
  async finish(): Promise<void> {
    if (this.current.isFinishing) return
    if (this.current.asksBeforeSending === 'record-again') return this.takeAgain()
    if (this.isSpoken() && !(await this.spoken.stop())) return
    const asks = whatToAskBeforeSending(this.current)
    if (asks === this.current.asksBeforeSending || asks === 'nothing') return this.delivery.handIn()

    await this.set({ ...this.current, asksBeforeSending: asks })
    if (this.isSpoken()) await this.spoken.reopen()
  }

  /** Nothing to add to a follow-up, said before it is begun. */
  async skip(): Promise<void> {
    this.isSkipping = true
    await this.begin()
    if (this.current.interview?.step.kind === 'answering') await this.finish()
    this.isSkipping = false
  }

  async simpler(why: 'asked' | 'silent' = 'asked'): Promise<void> {
    const number = numberAt(this.current)
    if (number > 0) await this.asking.act(() => this.deps.calls.simpler(number, why))
  }

  async keepThinking(): Promise<void> {
    await this.set({ ...this.current, asksBeforeSending: 'nothing' })
    if (this.isSpoken() && this.current.spoken.phase === 'idle') await this.spoken.record()
  }

  keyboard = (keyboardPx: number): Promise<void> => this.set({ ...this.current, keyboardPx })

  async connection(isConnected: boolean): Promise<void> {
    if (!isConnected) return this.set(wentOffline(this.current))
    await this.delivery.flush()
    await this.beat()
  }

  /** The page is in front: time runs and is shown. */
  async shown(): Promise<void> {
    this.isVisible = true
    if (this.current.otherPhone !== 'none') return
    this.run()
    if (this.current.interview) await this.asking.refresh()
  }

  /** The page goes to the background, where timers stand still: save now, and tell the server. */
  async hidden(): Promise<void> {
    this.isVisible = false
    this.stop()
    void this.spoken.leave()
    await this.delivery.flush()
    await this.beat()
  }

  /** The page is left for good. */
  async closed(): Promise<void> {
    this.spoken.unwatched()
    await this.hidden()
  }

  private desk(): Desk {
    const state = () => this.current
    return {
      get state() {
        return state()
      },
      set: (next) => this.set(next),
      hold: (change) => {
        this.current = { ...this.current, ...change }
      },
      arrive: (view) => this.arrive(view),
      refresh: () => this.asking.refresh(),
      tookOver: () => this.tookOver(),
      askTime: () => this.clock.askTime(),
    }
  }

  private set(next: InterviewState): Promise<void> {
    const isNews = isInCall(next) !== isInCall(this.current)
    this.current = next
    // Its second is what counts: the next beat may be five away.
    if (isNews) void this.beat()
    return this.deps.render(next)
  }

  private run(): void {
    this.stop()
    const { every } = this.deps
    this.stops = [
      every(clockTickMs, () => void this.tick()),
      every(heartbeatMs, () => void this.beat()),
      every(autosaveMs, () => void this.delivery.flush()),
    ]
  }

  private stop(): void {
    for (const stopOne of this.stops) stopOne()
    this.stops = []
  }

  private async tick(): Promise<void> {
    const nowMs = this.deps.nowMs()
    this.current = { ...this.current, quiet: quietNow(this.current, nowMs) }
    const { interview, quiet } = this.current
    const question = interview?.step.kind === 'answering' ? interview.step.question : undefined
    // Whoever writes is offered a button; whoever speaks has no hand free.
    if (question && this.isSpoken() && this.offeredAt !== question.number && isQuietFor(quiet, question, nowMs)) {
      this.offeredAt = question.number
      await this.simpler('silent')
    }
    await this.clock.tick()
  }

  private async arrive(view: InterviewForCandidate): Promise<void> {
    const before = this.current
    if (!isNewer(view, before.interview)) return

    await this.set(this.delivery.withOpen(viewArrived(before, view), view))
    const { step } = view
    // The clock of a question starts only now that it can be read.
    if (step.kind === 'issued' && this.isVisible)
      await this.asking.act(() => this.deps.calls.shown(step.question.number))
    if (step.kind === 'finished') {
      this.stop()
      return this.deps.finished(view)
    }
    const way = this.isSkipping ? undefined : wayToBeginIn(before, step)
    if (way) return this.asking.act(() => this.deps.calls.begin(numberAt(this.current), way))
    if (!this.isSkipping) await this.spoken.follow(beganUnderOurEyes(before, step))
    if (this.delivery.hasLeftBehind()) await this.delivery.flush()
  }

  private tookOver(): Promise<void> {
    this.stop()
    void this.spoken.leave()
    return this.set({ ...this.current, otherPhone: 'took-over' })
  }

  private beat(): Promise<void> {
    return this.asking.beat(this.isVisible)
  }

  private async timeIsUp({ step }: InterviewForCandidate): Promise<void> {
    if (!this.current.isOnline) return // time cut off from the network comes back: nothing ends here meanwhile
    if (step.kind === 'next') return goesOnByItself(this.current) ? this.next() : undefined
    if (step.kind === 'answering') {
      this.current = { ...this.current, endedByTime: step.question.number }
      if (this.isSpoken()) await this.spoken.stop()
      await this.delivery.handInLastWords()
      if (!this.current.isOnline && this.isSpoken()) await this.spoken.reopen()
    }
    if (this.current.isOnline) await this.asking.refresh()
  }

  private isSpoken(): boolean {
    const step = this.current.interview?.step
    return step?.kind === 'answering' && isRecordedWay(step.question.answerWith)
  }

  private async takeAgain(): Promise<void> {
    await this.set({ ...this.current, asksBeforeSending: 'nothing' })
    await this.spoken.again()
  }
}
