/**
 * One recording at a time, cut into pieces as it comes. A clip is what was recorded without interruption; after a call or a locked
 * screen the next one begins, since no phone promises to go on with the same file. Nothing said is lost by how it ends.
 */
import { lastFrameWaitMs, leastClipBytes, longestClipMs, voicePieceBytes } from '../config.js'
import type { Recorder, RecorderFault } from '../platform/recorder.js'
import { hasSound } from './mp3-sound.js'

export type ClipEnd = 'asked' | 'call' | 'away' | 'limit' | RecorderFault

export interface MadePiece {
  clip: number
  piece: number
  bytes: ArrayBuffer
  /** Of the clip up to here. */
  durationMs: number
}

export interface TakeListener {
  started(): void
  /** Sound arrived: true where it is more than silence, undefined where that cannot be told. */
  heard(isSound: boolean | undefined): void
  piece(piece: MadePiece): void
  ended(why: ClipEnd): void
}

interface Deps {
  recorder: Recorder
  stopwatchMs: () => number
  later: (ms: number, act: () => void) => () => void
}

interface Clip {
  number: number
  pieces: number
  frames: ArrayBuffer[]
  size: number
  startedMs: number | undefined
  why: ClipEnd | undefined
  isStopped: boolean
  hasLastFrame: boolean
  isDropped: boolean
  whenOver: (() => void)[]
}

const begunClip = (number: number): Clip => ({
  number,
  pieces: 0,
  frames: [],
  size: 0,
  startedMs: undefined,
  why: undefined,
  isStopped: false,
  hasLastFrame: false,
  isDropped: false,
  whenOver: [],
})

export class TakeRecorder {
  private clip: Clip | undefined

  constructor(
    private readonly deps: Deps,
    private readonly listener: TakeListener,
  ) {}

  begin(number: number): void {
    if (this.clip) return
    const clip = (this.clip = begunClip(number))
    this.deps.recorder.listen({
      started: () => this.started(clip),
      frame: (bytes, isLast) => this.frame(clip, bytes, isLast),
      stopped: () => this.stopped(clip),
      interrupted: () => void this.end('call'),
      failed: (fault) => this.over(clip, fault),
    })
    this.deps.recorder.start()
  }

  /** Resolves when the last of it was handed on. What there is goes out at once: in the background nothing may run later. */
  end(why: ClipEnd): Promise<void> {
    const { clip } = this
    if (!clip) return Promise.resolve()
    return new Promise((resolve) => {
      clip.whenOver.push(resolve)
      if (clip.why !== undefined) return
      clip.why = why
      if (why !== 'asked') this.cut(clip)
      this.deps.recorder.stop()
      this.deps.later(lastFrameWaitMs, () => this.over(clip, why))
    })
  }

  /** Nothing of what is being recorded counts. */
  drop(): Promise<void> {
    if (this.clip) this.clip.isDropped = true
    return this.end('asked')
  }

  private started(clip: Clip): void {
    if (clip !== this.clip) return
    clip.startedMs = this.deps.stopwatchMs()
    this.listener.started()
  }

  private frame(clip: Clip, bytes: ArrayBuffer, isLast: boolean): void {
    if (clip !== this.clip) return
    if (bytes.byteLength > 0) {
      clip.frames.push(bytes)
      clip.size += bytes.byteLength
      this.listener.heard(hasSound(bytes))
    }
    if (clip.size >= voicePieceBytes) this.cut(clip)
    clip.hasLastFrame ||= isLast
    this.overIfComplete(clip)
  }

  /** Also without being asked: at its own limit, or because the app left the front. */
  private stopped(clip: Clip): void {
    if (clip !== this.clip) return
    clip.isStopped = true
    if (clip.why === undefined) {
      clip.why = this.lastedMs(clip) >= longestClipMs - 1_000 ? 'limit' : 'away'
      const { why } = clip
      this.deps.later(lastFrameWaitMs, () => this.over(clip, why))
    }
    this.overIfComplete(clip)
  }

  /** Nobody says which comes first, the last frame or the end. */
  private overIfComplete(clip: Clip): void {
    if (clip.isStopped && clip.hasLastFrame) this.over(clip, clip.why ?? 'away')
  }

  private over(clip: Clip, why: ClipEnd): void {
    if (clip !== this.clip) return
    this.cut(clip)
    this.clip = undefined
    this.deps.recorder.listen(undefined)
    this.listener.ended(why)
    for (const resolve of clip.whenOver) resolve()
  }

  private cut(clip: Clip): void {
    // Less than that is no sound yet, and a server that looks at the beginning could not tell what it is.
    if (clip.isDropped || clip.size < (clip.pieces === 0 ? leastClipBytes : 1)) return
    const bytes = joined(clip.frames, clip.size)
    clip.frames = []
    clip.size = 0
    clip.pieces += 1
    this.listener.piece({ clip: clip.number, piece: clip.pieces, bytes, durationMs: this.lastedMs(clip) })
  }

  private lastedMs = ({ startedMs }: Clip): number =>
    startedMs === undefined ? 0 : Math.round(this.deps.stopwatchMs() - startedMs)
}

function joined(frames: ArrayBuffer[], size: number): ArrayBuffer {
  const all = new Uint8Array(size)
  let at = 0
  for (const frame of frames) {
    all.set(new Uint8Array(frame), at)
    at += frame.byteLength
  }
  return all.buffer
}
