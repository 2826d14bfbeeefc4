/**
 * Records a practice answer as the interview does, lets it be heard, and lets go of it. The sound lies in one file of the phone, which is
 * removed before the next recording and when the page is left; nothing here knows the network.
 */
import { practiceFile, practiceMs } from '../../config.js'
import type { Files } from '../../platform/files.js'
import type { MicrophoneLeave } from '../../platform/microphone.js'
import type { Player } from '../../platform/player.js'
import type { Recorder } from '../../platform/recorder.js'
import { TakeRecorder, type ClipEnd } from '../../services/take-recorder.js'
import {
  beat,
  cleared,
  practiceOf,
  recordingBegun,
  recordingEnded,
  refused,
  timePassed,
  type PracticeState,
} from './practice-state.js'

interface Deps {
  recorder: Recorder
  player: Player
  files: Pick<Files, 'write' | 'remove'>
  pathOf: (name: string) => string
  stopwatchMs: () => number
  later: (ms: number, act: () => void) => () => void
  every: (ms: number, act: () => void) => () => void
  askForMicrophone: () => Promise<MicrophoneLeave>
  openMicrophoneSettings: () => Promise<MicrophoneLeave>
  render: (state: PracticeState) => void
}

const tickMs = 250

export class PracticeRunner {
  state: PracticeState
  private readonly recorder: TakeRecorder
  private parts: ArrayBuffer[] = []
  private heardMs = 0
  private startedMs = 0
  private stopTicking: (() => void) | undefined
  private isLeft = false
  private writing: Promise<unknown> = Promise.resolve()

  constructor(
    private readonly deps: Deps,
    invitationId: string,
  ) {
    this.state = practiceOf(invitationId)
    this.recorder = new TakeRecorder(deps, {
      started: () => this.started(),
      heard: (isSound) => this.set(beat(this.state, isSound)),
      piece: ({ bytes, durationMs }) => {
        this.parts.push(bytes)
        this.heardMs = Math.max(1, durationMs)
      },
      ended: (why) => void this.ended(why),
    })
  }

  async record(): Promise<void> {
    if (this.state.phase === 'starting' || this.state.phase === 'recording') return
    await this.begin(this.deps.askForMicrophone)
  }

  /** In a tap, and nothing before it: WeChat opens its settings only then. */
  openSettings(): Promise<void> {
    return this.begin(this.deps.openMicrophoneSettings)
  }

  private async begin(ask: () => Promise<MicrophoneLeave>): Promise<void> {
    const asking = ask()
    this.isLeft = false
    this.deps.player.stop()
    this.set(recordingBegun(this.state))
    await this.forget()
    const leave = await asking
    if (this.isLeft) return this.set(cleared(this.state))
    if (leave === 'refused') return this.set(refused(this.state, 'not-allowed'))
    this.recorder.begin(1)
  }

  async stop(): Promise<void> {
    if (this.state.phase !== 'recording') return
    this.set({ ...this.state, phase: 'ending' })
    await this.recorder.end('asked')
  }

  async listen(): Promise<void> {
    if (this.state.phase !== 'recorded') return
    this.set({ ...this.state, phase: 'playing', why: undefined })
    const stopMoving = this.deps.every(tickMs, () => this.set(beat(this.state, true)))
    const why = await this.deps.player.play(this.deps.pathOf(practiceFile)).then(
      () => undefined,
      () => 'unplayable' as const,
    )
    stopMoving()
    // Recording again, or leaving, stopped it meanwhile.
    const { phase } = this.state as PracticeState
    if (phase === 'playing') this.set({ ...this.state, phase: 'recorded', why })
  }

  stopListening(): void {
    this.deps.player.stop()
  }

  /** Another app came to the front: what was recorded so far can still be heard. */
  hidden(): void {
    this.isLeft = true
    this.deps.player.stop()
    void this.recorder.end('away')
  }

  /** For good: nothing of it stays. */
  async left(): Promise<void> {
    this.isLeft = true
    this.deps.player.stop()
    await this.recorder.end('away')
    await this.forget()
    this.set(cleared(this.state))
  }

  private started(): void {
    this.startedMs = this.deps.stopwatchMs()
    this.set({ ...this.state, phase: 'recording' })
    this.stopTicking = this.deps.every(tickMs, () => {
      const recordedMs = this.deps.stopwatchMs() - this.startedMs
      this.set(timePassed(this.state, recordedMs))
      if (recordedMs >= practiceMs) void this.stop()
    })
  }

  private async ended(why: ClipEnd): Promise<void> {
    this.stopTicking?.()
    const { heardMs } = this
    const writing = heardMs > 0 ? this.deps.files.write(practiceFile, joined(this.parts)) : Promise.resolve('written')
    this.writing = writing
    const written = await writing
    this.set(recordingEnded(this.state, why, heardMs))
    if (written !== 'written') this.set({ ...this.state, why: 'full' })
  }

  private async forget(): Promise<void> {
    this.parts = []
    this.heardMs = 0
    await this.writing
    await this.deps.files.remove(practiceFile)
  }

  private set(state: PracticeState): void {
    this.state = state
    this.deps.render(state)
  }
}

function joined(parts: ArrayBuffer[]): ArrayBuffer {
  const all = new Uint8Array(parts.reduce((sum, { byteLength }) => sum + byteLength, 0))
  let at = 0
  for (const part of parts) {
    all.set(new Uint8Array(part), at)
    at += part.byteLength
  }
  return all.buffer
}
