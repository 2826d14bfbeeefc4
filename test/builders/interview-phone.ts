import { interviewCalls } from '../../miniprogram/pages/interview/interview-calls.js'
import { InterviewRunner } from '../../miniprogram/pages/interview/interview-runner.js'
import { AnswerOutbox, type KeptAnswer } from '../../miniprogram/services/answer-outbox.js'
import { createApi, type Transport } from '../../miniprogram/services/api.js'
import { ApiError } from '../../miniprogram/services/api-error.js'
import { serverClock, steadyStopwatch } from '../../miniprogram/services/clock.js'
import { fakeInterview, type FakeInterview } from '../fakes/fake-interview.js'

/** One phone and one server with a common time that only the test moves. */
export class InterviewPhone {
  now = Date.parse('2026-11-22T02:00:00Z')
  server: FakeInterview = fakeInterview(() => this.now)
  /** The phone's own clock beside the true time. */
  clockSetMs = 0
  isOnline = true
  asked: string[] = []
  stored: KeptAnswer | undefined
  finished = 0
  readonly timers = new Set<{ everyMs: number; dueMs: number; act: () => void }>()
  private readonly transport: Transport = {
    send: async ({ method, path, body }) => {
      if (!this.isOnline) throw new ApiError('offline', 0)
      const act = path.split('/').at(-1) ?? ''
      this.asked.push(act)
      const refusal = method === 'GET' ? undefined : this.server.act(act, body as Record<string, unknown>)
      return refusal
        ? { status: 409, body: { error: { code: refusal, message: '' } } }
        : { status: 200, body: this.server.view() }
    },
  }

  runner = this.phone('phone-one')

  phone(deviceKey: string): InterviewRunner {
    const clock = serverClock(steadyStopwatch(() => this.now + this.clockSetMs))
    const session = { token: async () => 't', renew: async () => 't' }
    const api = createApi({ transport: this.transport, session, language: () => 'zh', wait: async () => undefined })
    const calls = interviewCalls({ api, clock, deviceKey, invitationId: 'b'.repeat(24) })
    return new InterviewRunner({
      calls,
      nowMs: () => clock.nowMs(),
      isSure: () => clock.isSure(),
      outboxFor: () =>
        new AnswerOutbox({
          send: calls.answers,
          kept: {
            read: () => this.stored,
            write: (answer) => {
              this.stored = answer
            },
          },
          nowMs: () => clock.nowMs(),
          newKey: () => 'submission-key',
        }),
      render: async () => undefined,
      every: (ms, act) => this.every(ms, act),
      finished: () => {
        this.finished += 1
      },
    })
  }

  /** Lets time pass as on a phone: every timer fires when it is due, and what it began comes to its end. */
  async pass(ms: number): Promise<void> {
    for (const until = this.now + ms; this.now < until;) {
      this.now += 500
      for (const timer of [...this.timers]) {
        if (this.now < timer.dueMs || !this.timers.has(timer)) continue
        timer.dueMs = this.now + timer.everyMs
        timer.act()
      }
      await settled()
    }
  }

  private every(everyMs: number, act: () => void): () => void {
    const timer = { everyMs, dueMs: this.now + everyMs, act }
    this.timers.add(timer)
    return () => {
      this.timers.delete(timer)
    }
  }
}

/** Everything here is promises without timers: some turns of the event loop bring them to rest. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1)
    await new Promise((resolve) => {
      setImmediate(resolve)
    })
}
