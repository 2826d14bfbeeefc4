/**
 * Listens to the microphone until a voice was heard or none came. Nothing that comes is kept: each bit is looked at and dropped. As
 * numbers first, of which loudness can be read; where a phone gives none, as the interview records.
 */
import { deviceCheck } from '../../config.js'
import type { MicrophoneLeave } from '../../platform/microphone.js'
import type { Recorder, RecorderFault } from '../../platform/recorder.js'
import { hasSound } from '../../services/mp3-sound.js'
import {
  asked,
  concluded,
  givesNothing,
  listening,
  soundCame,
  untriedMicrophone,
  verdictAfter,
  type HeardAs,
  type MicrophonePart,
  type MicrophoneVerdict,
} from './microphone-state.js'
import { levelDbOf } from './sound-level.js'

interface Deps {
  recorder: Recorder
  nowMs: () => number
  later: (ms: number, act: () => void) => () => void
  askForMicrophone: () => Promise<MicrophoneLeave>
  openMicrophoneSettings: () => Promise<MicrophoneLeave>
  changed: (part: MicrophonePart) => void
}

const lookMs = 500

export class MicrophoneTrial {
  private part: MicrophonePart = untriedMicrophone
  private startedMs = 0
  private stopLooking: (() => void) | undefined
  /** The phone's recorder is ours until it said that it stopped. */
  private isRunning = false
  private goesOnInMp3 = false
  private isLeft = false

  constructor(private readonly deps: Deps) {}

  async try(): Promise<void> {
    if (this.isBusy()) return
    this.show(asked())
    await this.after(this.deps.askForMicrophone)
  }

  /** In a tap, and nothing before it: WeChat opens its settings only then. */
  async openSettings(): Promise<void> {
    if (!this.isBusy()) await this.after(this.deps.openMicrophoneSettings)
  }

  /** The page is left, or another app came to the front. */
  leave(): void {
    this.isLeft = true
    this.stop()
    if (this.part.phase !== 'done') this.show(untriedMicrophone)
  }

  private isBusy = () => this.part.phase === 'asking' || this.part.phase === 'listening'

  private async after(ask: () => Promise<MicrophoneLeave>): Promise<void> {
    this.isLeft = false
    const leave = await ask()
    if (this.isLeft) return
    if (leave === 'refused') return this.show(concluded(this.part, 'refused'))
    this.listen('levels')
  }

  private listen(heardAs: HeardAs): void {
    this.show(listening(heardAs))
    this.startedMs = this.deps.nowMs()
    this.deps.recorder.listen({
      started: () => (this.startedMs = this.deps.nowMs()),
      frame: (bytes) => this.came(bytes),
      stopped: () => this.stopped(),
      interrupted: () => this.conclude('broken'),
      failed: (fault) => this.failed(fault),
    })
    this.isRunning = true
    this.deps.recorder.start(heardAs)
    this.look()
  }

  private came(bytes: ArrayBuffer): void {
    if (this.part.phase !== 'listening' || bytes.byteLength === 0) return
    const isSound = hasSound(bytes)
    const levelDb = levelDbOf(bytes)
    const came = this.part.heardAs === 'mp3' ? { isSound: isSound ?? true } : levelDb === undefined ? {} : { levelDb }
    this.show(soundCame(this.part, came))
    this.judge()
  }

  /** Also while nothing comes at all. */
  private look(): void {
    this.stopLooking?.()
    this.stopLooking = this.deps.later(lookMs, () => {
      if (this.part.phase !== 'listening') return
      this.judge()
      this.look()
    })
  }

  private judge(): void {
    const listenedMs = this.deps.nowMs() - this.startedMs
    const { part } = this
    if (part.heardAs === 'levels' && givesNothing(part) && listenedMs >= deviceCheck.leastListeningMs)
      return this.inMp3()
    const verdict = verdictAfter(part, listenedMs)
    if (verdict) this.conclude(verdict)
  }

  /** Once more from the start; the recorder has to have ended before. */
  private inMp3(): void {
    this.show(listening('mp3'))
    this.startedMs = this.deps.nowMs()
    this.goesOnInMp3 = true
    this.deps.recorder.stop()
  }

  private stopped(): void {
    this.isRunning = false
    const goesOn = this.goesOnInMp3 && this.part.phase === 'listening'
    this.goesOnInMp3 = false
    if (goesOn) return this.listen('mp3')
    if (this.part.phase === 'listening') this.show(untriedMicrophone)
    this.deps.recorder.listen(undefined)
  }

  private failed(fault: RecorderFault): void {
    this.isRunning = false
    if (this.part.phase !== 'listening') return
    if (fault === 'not-allowed') return this.conclude('refused')
    if (this.part.heardAs === 'levels' && givesNothing(this.part)) return this.listen('mp3')
    this.conclude('broken')
  }

  private conclude(verdict: MicrophoneVerdict): void {
    this.show(concluded(this.part, verdict))
    this.stop()
  }

  private stop(): void {
    this.stopLooking?.()
    this.stopLooking = undefined
    if (this.isRunning) this.deps.recorder.stop()
  }

  private show(part: MicrophonePart): void {
    this.part = part
    this.deps.changed(part)
  }
}
