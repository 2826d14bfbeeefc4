/**
 * How the clips of one answer become one time line. A clip lasts as long as the browser measured it, else as the phone told; of a clip
 * with pieces missing only its beginning plays, and the rest of what was told is a gap. Pure; times in milliseconds.
 */
import type { RecordingForReader } from '../../../../../shared/contracts/recordings.js'
import { tabAfter } from '../report-state.js'

type Clip = RecordingForReader['clips'][number]

/** By clip, once a browser has read its head. */
export type Measured = Readonly<Record<number, number>>

export interface Stretch {
  clip: number
  fromMs: number
  /** Zero: nothing of it can be played. */
  playsMs: number
  lastsMs: number
  /** Pieces that never came. */
  missing: number
}

export interface TimeLine {
  stretches: Stretch[]
  wholeMs: number
  /** No phone told how long a clip is, and no browser has measured it yet. */
  isGuess: boolean
}

/** Of what phones record (miniprogram/config.ts: 48 kbit/s); of video about the least they are asked for. */
const usualBytesPerSecond = { voice: 6_000, video: 60_000 }

export function timeLineOf({ clips, way }: Pick<RecordingForReader, 'clips' | 'way'>, measured: Measured): TimeLine {
  const rate = bytesPerMs(clips, measured) ?? usualBytesPerSecond[way] / 1000
  let wholeMs = 0
  const stretches = clips.map((clip): Stretch => {
    const fromMs = wholeMs
    const { playsMs, lastsMs } = lengthOf(clip, measured[clip.clip], rate)
    wholeMs += lastsMs
    return { clip: clip.clip, fromMs, playsMs, lastsMs, missing: clip.missing }
  })
  const isGuess = clips.some(
    ({ clip, bytes, durationMs }) => bytes > 0 && durationMs === 0 && measured[clip] === undefined,
  )
  return { stretches, wholeMs, isGuess }
}

function bytesPerMs(clips: readonly Clip[], measured: Measured): number | undefined {
  const known = clips.flatMap(({ clip, bytes, durationMs, missing }) => {
    const ms = measured[clip] ?? (missing === 0 ? durationMs : 0)
    return bytes > 0 && ms > 0 ? [{ bytes, ms }] : []
  })
  const ms = known.reduce((sum, one) => sum + one.ms, 0)
  return ms === 0 ? undefined : known.reduce((sum, one) => sum + one.bytes, 0) / ms
}

function lengthOf(
  { bytes, durationMs, missing }: Clip,
  measuredMs: number | undefined,
  rate: number,
): Pick<Stretch, 'playsMs' | 'lastsMs'> {
  if (bytes === 0) return { playsMs: 0, lastsMs: durationMs }
  const guessedMs = Math.round(bytes / rate)
  if (missing === 0) {
    const lastsMs = measuredMs ?? (durationMs || guessedMs)
    return { playsMs: lastsMs, lastsMs }
  }
  const playsMs = measuredMs ?? (durationMs > 0 ? Math.min(guessedMs, durationMs) : guessedMs)
  return { playsMs, lastsMs: Math.max(playsMs, durationMs) }
}

export interface Place {
  clip: number
  /** In the clip. */
  offsetMs: number
}

/** Where to play from; out of a gap to what comes after it. Undefined: nothing can be played from there on. */
export function placeAt({ stretches }: TimeLine, ms: number): Place | undefined {
  const found = stretches.find(({ fromMs, playsMs }) => playsMs > 0 && ms < fromMs + playsMs)
  return found && { clip: found.clip, offsetMs: Math.max(0, ms - found.fromMs) }
}

export const timeAt = ({ stretches }: TimeLine, { clip, offsetMs }: Place): number =>
  (stretches.find((one) => one.clip === clip)?.fromMs ?? 0) + offsetMs

/** The next clip that plays. */
export function afterClip({ stretches }: TimeLine, clip: number): Place | undefined {
  const at = stretches.findIndex((one) => one.clip === clip)
  const next = stretches.slice(at + 1).find(({ playsMs }) => playsMs > 0)
  return next && { clip: next.clip, offsetMs: 0 }
}

export interface Gap {
  fromMs: number
  toMs: number
  missing: number
}

export const gapsOf = ({ stretches }: TimeLine): Gap[] =>
  stretches
    .filter(({ missing }) => missing > 0)
    .map(({ fromMs, playsMs, lastsMs, missing }) => ({ fromMs: fromMs + playsMs, toMs: fromMs + lastsMs, missing }))

export const isPlayable = ({ stretches }: TimeLine): boolean => stretches.some(({ playsMs }) => playsMs > 0)

/** 0:31, 12:05. */
export function clockText(ms: number): string {
  const seconds = Math.floor(Math.max(0, ms) / 1000)
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}

/** Percent of the bar. */
export const shareOf = (ms: number, { wholeMs }: Pick<TimeLine, 'wholeMs'>): number =>
  wholeMs === 0 ? 0 : Math.min(100, Math.max(0, (ms / wholeMs) * 100))

export const speeds = [1, 1.25, 1.5, 2] as const
export type Speed = (typeof speeds)[number]

/** A press goes round. */
export const nextSpeed = (speed: Speed): Speed => tabAfter(speeds, speed, 'ArrowRight')!

const stepMs = 5_000

export type KeyAct = { kind: 'toggle' } | { kind: 'seek'; ms: number } | { kind: 'speed'; speed: Speed }

/** Undefined: not a key of the player. */
export function keyAct(
  key: string,
  { nowMs, wholeMs, speed }: { nowMs: number; wholeMs: number; speed: Speed },
): KeyAct | undefined {
  const at = speeds.indexOf(speed)
  const seek = (ms: number): KeyAct => ({ kind: 'seek', ms: Math.min(wholeMs, Math.max(0, ms)) })
  const speedAt = (index: number): KeyAct => ({
    kind: 'speed',
    speed: speeds[Math.min(speeds.length - 1, Math.max(0, index))]!,
  })
  switch (key) {
    case ' ':
      return { kind: 'toggle' }
    case 'ArrowRight':
      return seek(nowMs + stepMs)
    case 'ArrowLeft':
      return seek(nowMs - stepMs)
    case 'Home':
      return seek(0)
    case 'End':
      return seek(wholeMs)
    case 'ArrowUp':
      return speedAt(at + 1)
    case 'ArrowDown':
      return speedAt(at - 1)
    default:
      return undefined
  }
}
