/**
 * Runs one interview on this phone: asks the server, keeps the rhythm of heartbeat and autosave, and acts when a time is up.
 * Everything from outside comes in as a dependency, so that a test can run an interview without a phone.
 */
import type { InterviewForCandidate } from '../../../shared/contracts/interviews.js'
import { autosaveMs, clockTickMs, heartbeatMs } from '../../config.js'
import type { AnswerOutbox, Flushed, Outgoing } from '../../services/answer-outbox.js'
import type { Api, CallOptions, ReplyOf } from '../../services/api.js'
import { ApiError, asApiError } from '../../services/api-error.js'
import { leftMs, type ServerClock } from '../../services/clock.js'
import {
  endKey, endsAtOf, goesOnByItself, initialInterview, isEmptyAnswer, isNewer, questionTaken, typedText, viewArrived, wentOffline,
  type InterviewState,
} from './interview-state.js'
import { keyPressed } from './number-input.js'

type ViewEndpoint = { [K in Parameters<Api['call']>[0]]: ReplyOf<K> extends InterviewForCandidate ? K : never }[Parameters<Api['call']>[0]]

export interface RunnerDeps {
  api: Api
  clock: ServerClock
  deviceKey: string
  invitationId: string
  outboxFor: (interviewId: string, send: Outgoing) => AnswerOutbox
  /** Puts the state on the screen and resolves when it is really there. */
  render: (state: InterviewState) => Promise<void>
  every: (ms: number, act: () => void) => () => void
  finished: (interview: InterviewForCandidate) => void
}

const endRetryMs = 1_000

export type InterviewRunner = ReturnType<typeof interviewRunner>

export function interviewRunner(deps: RunnerDeps) {
  const { api, clock, deviceKey, invitationId } = deps
  let state = initialInterview
  let outbox: AnswerOutbox | undefined
  let stops: (() => void)[] = []
  let isVisible = false
  let endTried = { key: '', atMs: 0 }

  const set = (next: InterviewState) => {
    state = next
    return deps.render(state)
  }
  const idOf = () => state.interview?.id ?? ''

  async function ask<K extends ViewEndpoint>(endpoint: K, options: CallOptions<K>): Promise<InterviewForCandidate> {
    const sentMs = clock.stopwatchMs()
    const view = (await api.call(endpoint, options)) as InterviewForCandidate
    if (isNewer(view, state.interview)) clock.observe({ serverNow: view.serverNow, sentMs, receivedMs: clock.stopwatchMs() })
    return view
  }

  const send: Outgoing = {
    saveDraft: ({ number, ...draft }) => ask('PUT /api/candidate/interviews/:id/questions/:number/draft', {
      params: { id: idOf(), number }, body: { deviceKey, ...draft }, tries: 1,
    }),
    submit: ({ number, ...answer }) => ask('PUT /api/candidate/interviews/:id/questions/:number/answer', {
      params: { id: idOf(), number }, body: { deviceKey, ...answer },
    }),
  }

  async function arrive(view: InterviewForCandidate): Promise<void> {
    if (!isNewer(view, state.interview)) return

    outbox ??= deps.outboxFor(view.id, send)
    const arrived = viewArrived(state, view)
    await set(withQuestion(arrived, outbox))
    if (view.step.kind === 'issued') await confirmShown(view.step.question.number)
    if (view.step.kind === 'finished') {
      stop()
      deps.finished(view)
    }
  }

  /** The clock of a question starts only now that it can be read. */
  async function confirmShown(number: number): Promise<void> {
    if (isVisible) await act(() => ask('POST /api/candidate/interviews/:id/questions/:number/shown', { params: { id: idOf(), number }, body: { deviceKey } }))
  }

  /** One act at a time. What the server refuses because it is further on ends in its newest view. */
  async function act(asking: () => Promise<InterviewForCandidate>): Promise<void> {
    if (state.isActing) return
    await set({ ...state, isActing: true, failure: '' })
    try {
      const view = await asking()
      state = { ...state, isActing: false }
      await arrive(view)
    } catch (error) {
      state = { ...state, isActing: false }
      await refused(asApiError(error))
    }
  }

  async function refused(error: ApiError): Promise<void> {
    if (error.code === 'other-device') return set({ ...state, otherPhone: 'ask' })
    if (error.code === 'taken-over') {
      stop()
      return set({ ...state, otherPhone: 'took-over' })
    }
    if (error.status === 0) return set({ ...wentOffline(state), ...(!state.interview && { phase: 'failed', failure: error.code }) })
    if (state.interview && error.status === 409) return refresh()
    return set({ ...state, failure: error.code, phase: state.interview ? 'running' : 'failed' })
  }

  const refresh = async (): Promise<void> => {
    try {
      await arrive(await ask('GET /api/candidate/interviews/:id', { params: { id: idOf() }, tries: 1 }))
    } catch (error) {
      const failure = asApiError(error)
      await (failure.status === 409 ? set({ ...state, failure: failure.code }) : refused(failure))
    }
  }

  async function beat(): Promise<void> {
    if (!state.interview || state.isActing) return
    try {
      await arrive(await ask('POST /api/candidate/interviews/:id/heartbeat', { params: { id: idOf() }, body: { deviceKey, visible: isVisible }, tries: 1 }))
    } catch (error) {
      const failure = asApiError(error)
      if (failure.code === 'taken-over' || failure.code === 'other-device') return refused(new ApiError('taken-over', 409))
      if (failure.status === 0) await set(wentOffline(state))
    }
  }

  async function flush(): Promise<void> {
    if (!outbox?.isDirty()) return
    const number = outbox.answer()?.number
    await settle(await outbox.flush(), number)
  }

  async function settle(flushed: Flushed, number: number | undefined): Promise<void> {
    switch (flushed.kind) {
      case 'nothing': return
      case 'saved':
        state = { ...state, saving: outbox?.isDirty() ? 'unsaved' : 'saved' }
        return arrive(flushed.interview)
      case 'submitted': return arrive(flushed.interview)
      case 'kept': return set({ ...wentOffline(state), saving: 'kept', ...(flushed.error.status !== 0 && { isOnline: true, failure: flushed.error.code }) })
      case 'refused': return answerRefused(flushed.error, number)
    }
  }

  /** Either the question is over, then what the server has is the answer; or it goes on, then nothing typed may be lost. */
  async function answerRefused(error: ApiError, number: number | undefined): Promise<void> {
    if (error.code === 'taken-over' || error.code === 'other-device') return refused(new ApiError('taken-over', 409))

    await refresh()
    const step = state.interview?.step
    if (step?.kind === 'answering' && step.question.number === number) {
      outbox?.reopen()
      return set({ ...state, isFinishing: false, failure: error.code })
    }
    outbox?.drop()
  }

  async function tick(): Promise<void> {
    const { interview } = state
    if (interview && isOver(interview) && !state.isActing) {
      endTried = { key: endKey(interview), atMs: clock.nowMs() }
      await timeIsUp(interview)
    }
    await set(state)
  }

  /** The step's time is up and nobody has seen to it within the last second. */
  function isOver(interview: InterviewForCandidate): boolean {
    const endsAt = endsAtOf(interview.step)
    if (endsAt === undefined || leftMs(endsAt, clock.nowMs()) > 0) return false
    return endTried.key !== endKey(interview) || clock.nowMs() - endTried.atMs >= endRetryMs
  }

  async function timeIsUp({ step }: InterviewForCandidate): Promise<void> {
    if (!state.isOnline) return // time cut off from the network comes back: nothing ends here meanwhile
    if (step.kind === 'next') return goesOnByItself(state) ? next() : undefined
    if (step.kind === 'answering') await handInLastWords(step.question.number)
    if (state.isOnline) await refresh()
  }

  /** What was typed since the last autosave still counts; with the network gone just now it stays open. */
  async function handInLastWords(number: number): Promise<void> {
    state = { ...state, endedByTime: number }
    if (!outbox?.isDirty()) return

    outbox.finish()
    await flush()
    if (!state.isOnline) outbox.reopen()
  }

  const next = (): Promise<void> => {
    const step = state.interview?.step
    if (step?.kind !== 'next') return Promise.resolve()
    return act(() => ask('POST /api/candidate/interviews/:id/questions/:number/issue', { params: { id: idOf(), number: step.number }, body: { deviceKey } }))
  }

  const start = (takeOver = false): Promise<void> =>
    act(() => ask('POST /api/candidate/interviews', { body: { invitationId, deviceKey, ...(takeOver && { takeOver }) } }))

  async function finish(): Promise<void> {
    if (state.isFinishing) return
    outbox?.finish()
    await set({ ...state, isFinishing: true, asksAboutEmpty: false })
    await flush()
  }

  const edit = (text: string) => {
    if (state.isFinishing) return Promise.resolve()
    outbox?.edit(text)
    return set(typedText(state, text))
  }

  function run(): void {
    stop()
    stops = [
      deps.every(clockTickMs, () => void tick()),
      deps.every(heartbeatMs, () => void beat()),
      deps.every(autosaveMs, () => void flush()),
    ]
  }

  function stop(): void {
    for (const stopOne of stops) stopOne()
    stops = []
  }

  return {
    state: () => state,
    start,
    next,
    /** Here again: what the other phone wrote since then is the truth, so the text is taken from the server. */
    async takeOver(): Promise<void> {
      outbox?.drop()
      state = { ...state, typed: initialInterview.typed }
      await start(true)
      if (isVisible) run()
    },
    begin() {
      const step = state.interview?.step
      if (step?.kind !== 'thinking') return Promise.resolve()
      return act(() => ask('POST /api/candidate/interviews/:id/questions/:number/begin', { params: { id: idOf(), number: step.question.number }, body: { deviceKey } }))
    },
    restLonger: () => act(() => ask('POST /api/candidate/interviews/:id/rest', { params: { id: idOf() }, body: { deviceKey }, tries: 1 })),
    edit,
    key: (key: string) => edit(keyPressed(state.typed.text, key)),
    finish: () => (isEmptyAnswer(state) && !state.asksAboutEmpty ? set({ ...state, asksAboutEmpty: true }) : finish()),
    keepThinking: () => set({ ...state, asksAboutEmpty: false }),
    keyboard: (keyboardPx: number) => set({ ...state, keyboardPx }),
    connection(isConnected: boolean) {
      if (!isConnected) return set(wentOffline(state))
      return flush().then(beat)
    },
    /** The page is in front: time runs and is shown. */
    async shown(): Promise<void> {
      isVisible = true
      run()
      if (state.interview) await refresh()
    },
    /** The page goes to the background, where timers stand still: save now, and tell the server. */
    async hidden(): Promise<void> {
      isVisible = false
      stop()
      await flush()
      await beat()
    },
  }
}

/** The open question's text: what this phone kept of it, else the server's draft. */
function withQuestion(state: InterviewState, outbox: AnswerOutbox): InterviewState {
  const step = state.interview?.step
  if (step?.kind !== 'answering' || state.typed.number === step.question.number) return state

  const { number } = step.question
  const { text, submissionKey } = outbox.begin({ number, text: step.draft.text, revision: step.draft.revision })
  return { ...questionTaken(state, number, text), isFinishing: submissionKey !== undefined, saving: text === '' ? 'nothing' : 'saved' }
}
