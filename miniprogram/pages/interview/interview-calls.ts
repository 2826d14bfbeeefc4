/** The calls of one running interview. Every reply is its newest view, and sets the server's clock. */
import type { AnswerMode } from '../../../shared/contracts/answer-modes.js'
import type { InterviewForCandidate } from '../../../shared/contracts/interviews.js'
import type { Outgoing } from '../../services/answer-outbox.js'
import type { Api, CallOptions, ReplyOf } from '../../services/api.js'
import type { ServerClock } from '../../services/clock.js'

interface Deps {
  api: Api
  clock: ServerClock
  deviceKey: string
  invitationId: string
}

type Endpoint = Parameters<Api['call']>[0]
type ViewEndpoint = { [K in Endpoint]: ReplyOf<K> extends InterviewForCandidate ? K : never }[Endpoint]

export type InterviewCalls = ReturnType<typeof interviewCalls>

export function interviewCalls({ api, clock, deviceKey, invitationId }: Deps) {
  let id = ''
  let newestMs = 0

  async function ask<K extends ViewEndpoint>(endpoint: K, options: CallOptions<K>): Promise<InterviewForCandidate> {
    const sentMs = clock.stopwatchMs()
    const view = (await api.call(endpoint, options)) as InterviewForCandidate
    id = view.id
    if (Date.parse(view.serverNow) >= newestMs)
      clock.observe({ serverNow: view.serverNow, sentMs, receivedMs: clock.stopwatchMs() })
    newestMs = Math.max(newestMs, Date.parse(view.serverNow))
    return view
  }

  const act = { deviceKey }
  const question = (number: number) => ({ params: { id, number }, body: act })
  const answers: Outgoing = {
    saveDraft: ({ number, ...draft }) =>
      ask('PUT /api/candidate/interviews/:id/questions/:number/draft', {
        params: { id, number },
        body: { ...act, ...draft },
        tries: 1,
      }),
    submit: ({ number, ...answer }) =>
      ask('PUT /api/candidate/interviews/:id/questions/:number/answer', {
        params: { id, number },
        body: { ...act, ...answer },
      }),
  }

  return {
    answers,
    start: (takeOver: boolean) =>
      ask('POST /api/candidate/interviews', { body: { invitationId, ...act, ...(takeOver && { takeOver }) } }),
    look: () => ask('GET /api/candidate/interviews/:id', { params: { id }, tries: 1 }),
    heartbeat: (said: { visible: boolean; inCall: boolean }) =>
      ask('POST /api/candidate/interviews/:id/heartbeat', { params: { id }, body: { ...act, ...said }, tries: 1 }),
    restLonger: () => ask('POST /api/candidate/interviews/:id/rest', { params: { id }, body: act, tries: 1 }),
    issue: (number: number) => ask('POST /api/candidate/interviews/:id/questions/:number/issue', question(number)),
    shown: (number: number) => ask('POST /api/candidate/interviews/:id/questions/:number/shown', question(number)),
    simpler: (number: number, why: 'asked' | 'silent') =>
      ask('POST /api/candidate/interviews/:id/questions/:number/simpler', {
        params: { id, number },
        body: { ...act, why },
      }),
    /** In the question's own way when none is named. */
    begin: (number: number, answerWith?: AnswerMode) =>
      ask('POST /api/candidate/interviews/:id/questions/:number/begin', {
        params: { id, number },
        body: { ...act, ...(answerWith && { answerWith }) },
      }),
  }
}
