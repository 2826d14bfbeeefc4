/** A phone's camera in the hands of a test, and the files that it makes. */
import type { ClipCamera, ClipListener } from '../../miniprogram/platform/camera.js'
import type { ClipFiles } from '../../miniprogram/platform/clip-file.js'
import type { RecorderFault } from '../../miniprogram/platform/recorder.js'

export class FakeCamera implements ClipCamera {
  isRunning = false
  starts = 0
  /** Which ends asked for a smaller file. */
  smaller: boolean[] = []
  fault: RecorderFault | undefined
  /** What becomes of a clip that was asked to end. */
  gives: 'file' | 'nothing' | 'empty' | 'late' = 'file'
  /** Bytes of its next files. */
  pieces = [300, 200]
  private listener: ClipListener | undefined
  private made = 0
  private readonly held = new Map<string, ArrayBuffer[]>()
  private waiting: (() => void) | undefined
  /** A read of a file stands still until it is let go. */
  isSlow = false

  listen(listener: ClipListener | undefined): void {
    this.listener = listener
  }

  start(): void {
    this.starts += 1
    if (this.fault) return this.listener?.failed(this.fault)
    this.isRunning = true
    this.listener?.started()
  }

  stop(isToBeSmaller: boolean): void {
    if (!this.isRunning) return
    this.smaller.push(isToBeSmaller)
    if (this.gives === 'late') return
    this.isRunning = false
    if (this.gives !== 'nothing') this.listener?.filmed(this.file())
  }

  /** At its own limit, or with the app in the background. */
  endsByItself(): void {
    if (!this.isRunning) return
    this.isRunning = false
    this.listener?.filmed(this.file())
  }

  call(): void {
    this.listener?.interrupted()
  }

  taken(): void {
    this.listener?.taken()
  }

  /** As with every file of a killed app. */
  forget(): void {
    this.isRunning = false
    this.listener = undefined
    this.held.clear()
  }

  /** Files that WeChat still has. */
  left(): number {
    return this.held.size
  }

  letGo(): void {
    this.isSlow = false
    this.waiting?.()
  }

  readonly files: ClipFiles = {
    read: async (path) => {
      if (this.isSlow)
        await new Promise<void>((resolve) => {
          this.waiting = resolve
        })
      const pieces = this.held.get(path)
      return pieces && pieces.length > 0 ? pieces : undefined
    },
    remove: (path) => void this.held.delete(path),
  }

  private file(): string {
    this.made += 1
    const path = `wxfile://tmp_${this.made}.mp4`
    this.held.set(path, this.gives === 'empty' ? [] : this.pieces.map((bytes) => new ArrayBuffer(bytes)))
    return path
  }
}
