/**
 * An answer by video, clip by clip. A camera hands over a clip only when it has ended: whole, or not at all. The next one may run while
 * the last is still being kept.
 */
import { cameraOpensMs, clipWaitMs, longestVideoClipSeconds, mostClipBytesPerSecond, videoClipMs } from '../config.js'
import type { ClipCamera } from '../platform/camera.js'
import type { ClipFiles } from '../platform/clip-file.js'
import type { ClipEnd as SoundEnd } from './take-recorder.js'

/** `taken`: the camera is the system's or another app's. */
export type FilmEnd = SoundEnd | 'taken'

export interface MadeClip {
  pieces: ArrayBuffer[]
  durationMs: number
  /** How long ago it ended. */
  endedAgoMs: number
}

export interface ClipListener {
  started(): void
  /** Once a second: how long this clip has run. */
  runs(ms: number): void
  /** The camera is free for the next one; what it filmed comes after it. */
  ended(why: FilmEnd): void
  /** Resolves when it is kept. */
  made(clip: MadeClip): Promise<void>
  /** There is nothing of it. */
  lost(): void
}

interface Deps {
  camera: ClipCamera
  files: ClipFiles
  stopwatchMs: () => number
  later: (ms: number, act: () => void) => () => void
}

interface Clip {
  startedMs: number | undefined
  endedMs: number | undefined
  why: FilmEnd | undefined
  isDropped: boolean
  /** Calls off what was to come later. */
  timers: (() => void)[]
  whenOver: (() => void)[]
}

const tickMs = 1_000

export class ClipRecorder {
  private clip: Clip | undefined
  private keeping: Promise<void> = Promise.resolve()
  private beingKept = 0
  /** Of the last clip. */
  private bytesPerSecond = 0

  constructor(
    private readonly deps: Deps,
    private readonly listener: ClipListener,
  ) {}

  begin(): void {
    if (this.clip) return
    const clip: Clip = (this.clip = {
      startedMs: undefined,
      endedMs: undefined,
      why: undefined,
      isDropped: false,
      timers: [],
      whenOver: [],
    })
    this.deps.camera.listen({
      started: () => this.started(clip),
      filmed: (filePath) => this.filmed(clip, filePath),
      interrupted: () => void this.endOf(clip, 'call'),
      taken: () => void this.endOf(clip, 'taken'),
      failed: (fault) => this.failed(clip, fault),
    })
    this.after(clip, cameraOpensMs, () => {
      if (clip.startedMs === undefined) this.over(clip, 'broken')
    })
    this.deps.camera.start()
  }

  /** Something is filmed, or not kept yet. */
  isBusy(): boolean {
    return this.clip !== undefined || this.beingKept > 0
  }

  /** Resolves when all that was filmed is kept, or known to be lost. */
  async end(why: FilmEnd): Promise<void> {
    if (this.clip) await this.endOf(this.clip, why)
    await this.keeping
  }

  /** Nothing of what is being filmed counts. */
  drop(): Promise<void> {
    if (this.clip) this.clip.isDropped = true
    return this.end('asked')
  }

  private endOf(clip: Clip, why: FilmEnd): Promise<void> {
    if (clip !== this.clip) return Promise.resolve()
    return new Promise((resolve) => {
      clip.whenOver.push(resolve)
      // Nobody says whether the page hears first that it is hidden, or that its camera is gone.
      if (clip.why === 'taken' && why === 'away') clip.why = why
      if (clip.why !== undefined) return
      clip.why = why
      clip.endedMs = this.deps.stopwatchMs()
      this.deps.camera.stop(this.bytesPerSecond > mostClipBytesPerSecond)
      if (clip.startedMs === undefined) return this.over(clip, why)
      this.after(clip, clipWaitMs, () => this.noFile(clip))
    })
  }

  private started(clip: Clip): void {
    // Given up meanwhile: nobody is filmed for nothing.
    if (!this.clip) this.deps.camera.stop(false)
    if (clip !== this.clip || clip.why !== undefined) return
    clip.startedMs = this.deps.stopwatchMs()
    this.after(clip, videoClipMs, () => void this.endOf(clip, 'limit'))
    this.tick(clip)
    this.listener.started()
  }

  private tick(clip: Clip): void {
    this.after(clip, tickMs, () => {
      if (clip.why !== undefined) return
      this.listener.runs(this.lastedMs(clip))
      this.tick(clip)
    })
  }

  /** Also without being asked: at the phone's own limit, or because the app left the front. */
  private filmed(clip: Clip, filePath: string): void {
    if (clip !== this.clip || clip.startedMs === undefined || clip.isDropped) this.deps.files.remove(filePath)
    if (clip !== this.clip) return
    clip.endedMs ??= this.deps.stopwatchMs()
    const why = clip.why ?? (this.lastedMs(clip) >= videoClipMs ? 'limit' : 'away')
    if (clip.startedMs !== undefined && !clip.isDropped) this.keep(clip, filePath)
    this.over(clip, why)
  }

  private failed(clip: Clip, fault: FilmEnd): void {
    if (clip !== this.clip) return
    if (clip.startedMs === undefined) return this.over(clip, fault)
    void this.endOf(clip, fault)
  }

  private noFile(clip: Clip): void {
    if (clip !== this.clip) return
    this.over(clip, clip.why ?? 'broken')
    if (!clip.isDropped) this.listener.lost()
  }

  private keep(clip: Clip, filePath: string): void {
    const { endedMs = this.deps.stopwatchMs() } = clip
    const durationMs = this.lastedMs(clip)
    this.beingKept += 1
    this.keeping = this.keeping
      .then(() => this.keepFile(filePath, { durationMs, endedMs }))
      .finally(() => {
        this.beingKept -= 1
      })
  }

  private async keepFile(
    filePath: string,
    { durationMs, endedMs }: { durationMs: number; endedMs: number },
  ): Promise<void> {
    const { files, stopwatchMs } = this.deps
    const pieces = await files.read(filePath)
    if (!pieces) return this.listener.lost()
    const bytes = pieces.reduce((sum, { byteLength }) => sum + byteLength, 0)
    this.bytesPerSecond = (bytes * 1_000) / Math.max(1_000, durationMs)
    await this.listener.made({ pieces, durationMs, endedAgoMs: Math.max(0, stopwatchMs() - endedMs) })
    files.remove(filePath)
  }

  private over(clip: Clip, why: FilmEnd): void {
    if (clip !== this.clip) return
    for (const callOff of clip.timers) callOff()
    this.clip = undefined
    this.deps.camera.listen(undefined)
    this.listener.ended(why)
    for (const resolve of clip.whenOver) resolve()
  }

  private after(clip: Clip, ms: number, act: () => void): void {
    clip.timers.push(this.deps.later(ms, act))
  }

  private lastedMs({ startedMs, endedMs = this.deps.stopwatchMs() }: Clip): number {
    return startedMs === undefined ? 0 : Math.round(Math.min(longestVideoClipSeconds * 1_000, endedMs - startedMs))
  }
}
