/** A phone's recorder in the hands of a test. */
import type { Recorder, RecorderFault, RecorderListener } from '../../miniprogram/platform/recorder.js'

const frameBytes = 2_048

export class FakeRecorder implements Recorder {
  isRunning = false
  starts = 0
  /** What it refuses to start with. */
  fault: RecorderFault | undefined
  /** In which forms it was asked for sound; what it does not give in `levels` some phones refuse, others leave away. */
  forms: ('mp3' | 'levels')[] = []
  givesLevels: 'given' | 'refused' | 'nothing' = 'given'
  private listener: RecorderListener | undefined

  listen(listener: RecorderListener | undefined): void {
    this.listener = listener
  }

  start(as: 'mp3' | 'levels' = 'mp3'): void {
    this.starts += 1
    this.forms.push(as)
    if (as === 'levels' && this.givesLevels === 'refused') return this.listener?.failed('broken')
    if (this.fault) return this.listener?.failed(this.fault)
    this.isRunning = true
    this.listener?.started()
  }

  stop(): void {
    if (!this.isRunning) return
    this.isRunning = false
    this.listener?.frame(new ArrayBuffer(0), true)
    this.listener?.stopped()
  }

  /** A frame is a third of a second. */
  say(frames: number): void {
    for (let frame = 0; frame < frames; frame += 1)
      if (this.isRunning) this.listener?.frame(new ArrayBuffer(frameBytes), false)
  }

  /** These very bytes. */
  sound(bytes: ArrayBuffer): void {
    if (this.isRunning && !(this.givesLevels === 'nothing' && this.forms.at(-1) === 'levels'))
      this.listener?.frame(bytes, false)
  }

  call(): void {
    this.listener?.interrupted()
  }
}
