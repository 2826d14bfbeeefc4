import type { AnswerMode } from '../../shared/contracts/answer-modes.js'
import { otherWays } from '../../miniprogram/pages/interview/answer-ways.js'
import { interviewCalls } from '../../miniprogram/pages/interview/interview-calls.js'
import { InterviewRunner } from '../../miniprogram/pages/interview/interview-runner.js'
import { AnswerOutbox, type KeptAnswer } from '../../miniprogram/services/answer-outbox.js'
import { createApi, type Transport } from '../../miniprogram/services/api.js'
import { ApiError } from '../../miniprogram/services/api-error.js'
import { serverClock, steadyStopwatch } from '../../miniprogram/services/clock.js'
import type { MicrophoneLeave } from '../../miniprogram/platform/microphone.js'
import type { PieceIndex } from '../../miniprogram/services/piece-index.js'
import { PieceOutbox } from '../../miniprogram/services/piece-outbox.js'
import { fakeInterview, type FakeInterview } from '../fakes/fake-interview.js'
import { FakeCamera } from '../fakes/fake-camera.js'
import { FakeRecorder } from '../fakes/fake-recorder.js'
import { memoryFiles } from '../fakes/memory-files.js'

/** One phone and one server with a common time that only the test moves. */
export class InterviewPhone {
  now = Date.parse('2026-11-22T02:00:00Z')
  server: FakeInterview = fakeInterview(() => this.now)
  /** The phone's own clock beside the true time. */
  clockSetMs = 0
  isOnline = true
  /** What is recorded may be in the way of everything else. */
  mayUpload = true
  /** Nothing more can be noted on the phone. */
  isFull = false
  asked: string[] = []
  /** What the phone said of itself, in its order. */
  beats: { visible: boolean; inCall: boolean }[] = []
  stored: KeptAnswer | undefined
  finished = 0
  recorder = new FakeRecorder()
  camera = new FakeCamera()
  leave: MicrophoneLeave = 'given'
  files = memoryFiles()
  storedPieces: PieceIndex | undefined
  readonly timers = new Set<{ everyMs: number; dueMs: number; act: () => void }>()
  private readonly transport: Transport = {
    send: async ({ method, path, body }) => {
      if (!this.isOnline) throw new ApiError('offline', 0)
      const act = path.split('/').at(-1) ?? ''
      this.asked.push(act)
      if (act === 'heartbeat') this.beats.push(body as InterviewPhone['beats'][number])
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
              if (!this.isFull) this.stored = answer
            },
          },
          nowMs: () => clock.nowMs(),
          newKey: () => 'submission-key',
        }),
      render: async () => undefined,
      spoken: {
        recorder: this.recorder,
        camera: this.camera,
        files: this.camera.files,
        stopwatchMs: () => this.now,
        later: (ms, act) => this.later(ms, act),
        pieces: this.pieceOutbox(),
        askFor: { voice: async () => this.leave, video: async () => this.leave },
        openSettings: { voice: async () => this.leave, video: async () => this.leave },
        arrived: async () => this.server.takes(),
      },
      every: (ms, act) => this.every(ms, act),
      finished: () => {
        this.finished += 1
      },
    })
  }

  switchWay(way = otherWays(this.runner.state)[0]?.answerWith): Promise<void> {
    return way ? this.runner.switchWay(way) : Promise.resolve()
  }

  /** As after the app was killed: timers and files of WeChat are gone, what was stored stays. */
  async killed(): Promise<void> {
    this.recorder.isRunning = false
    this.camera.forget()
    this.timers.clear()
    this.runner = this.phone('phone-one')
    await this.runner.shown()
    await this.runner.start()
    await settled()
  }

  /** From thinking to a recorder that runs. */
  async toRecording(way: AnswerMode = 'voice'): Promise<void> {
    await this.runner.switchWay(way)
    await this.runner.begin()
  }

  async say(seconds: number): Promise<void> {
    for (let second = 0; second < seconds; second += 1) {
      this.recorder.say(3)
      await this.pass(1_000)
    }
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

  /** As after the app was killed: only what it stored is left. */
  private pieceOutbox(): PieceOutbox {
    const outbox = new PieceOutbox({
      send: async ({ take, clip, piece, bytes }) => {
        if (!this.isOnline || !this.mayUpload) throw new ApiError('offline', 0)
        this.server.pieces.set(`${take}/${clip}/${piece}`, bytes.byteLength)
      },
      arrived: async () => this.server.takes(),
      files: this.files,
      kept: {
        read: () => this.storedPieces,
        write: (index) => {
          this.storedPieces = index
        },
      },
      later: (ms, act) => this.later(ms, act),
    })
    outbox.wake()
    return outbox
  }

  private later(ms: number, act: () => void): () => void {
    const stop = this.every(ms, () => {
      stop()
      act()
    })
    return stop
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
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1)
    await new Promise((resolve) => {
      setImmediate(resolve)
    })
}
