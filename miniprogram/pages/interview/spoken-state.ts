/** An answer by voice or video as it is recorded: which take, which clips, and why it stands still. Pure. */
import type { RecordedClip, Recording } from '../../../shared/contracts/recordings.js'
import type { QuestionForCandidate } from '../../../shared/contracts/interviews.js'
import type { FilmEnd } from '../../services/clip-recorder.js'

/**
 * `before`: this phone, or another one, recorded some of it before the app was opened again. `lost`: the phone kept nothing of the last
 * clip, which is recorded again in the same take.
 */
export type StoodStill = Exclude<FilmEnd, 'asked' | 'limit'> | 'before' | 'lost'

export interface SpokenState {
  /** The question that it answers; 0 for none. */
  number: number
  take: number
  clips: RecordedClip[]
  phase: 'idle' | 'starting' | 'recording' | 'still' | 'ending'
  why: StoodStill | undefined
  /** Grows with every bit of sound that came: what the bars move by. */
  beats: number
  /** How many in a row were nothing but silence. */
  silentBeats: number
  /** So much of it was recorded that it is worth keeping, also while the first clip is not noted yet. */
  hasBegun: boolean
  /** A clip before the one that runs was lost. */
  hasGap: boolean
  /** Of what was recorded, on the server. */
  percent: number
  /** The phone has no room left: what waits lives in the app only. */
  isFull: boolean
  /** Some of it will never arrive. */
  isLost: boolean
}

export const notSpoken: SpokenState = {
  number: 0,
  take: 1,
  clips: [],
  phase: 'idle',
  why: undefined,
  beats: 0,
  silentBeats: 0,
  hasBegun: false,
  hasGap: false,
  percent: 100,
  isFull: false,
  isLost: false,
}

export const hasSpoken = ({ clips, hasBegun }: SpokenState): boolean => hasBegun || clips.length > 0

/** Nothing for an answer of which nothing was recorded. */
export const recordingOf = ({ take, clips }: SpokenState): Recording | undefined =>
  clips.length === 0 ? undefined : { take, clips }

export const spokenMs = ({ clips }: SpokenState): number => clips.reduce((sum, { durationMs }) => sum + durationMs, 0)

export const spokenTaken = (number: number, before: Recording | undefined): SpokenState => ({
  ...notSpoken,
  number,
  ...(before && { ...before, phase: 'still', why: 'before' }),
})

/** What the server has of it, where the phone had no room to note the last of it: else the next clip would take the place of one that arrived. */
export function withArrived(spoken: SpokenState, arrived: Recording): SpokenState {
  if (spoken.why !== 'before' || arrived.take < spoken.take) return spoken
  if (arrived.take > spoken.take) return { ...spoken, ...arrived }
  const later = arrived.clips.slice(spoken.clips.length)
  return later.length === 0 ? spoken : { ...spoken, clips: [...spoken.clips, ...later] }
}

/** Opened again in the middle of a clip, of which nothing can have been kept. */
export const clipBroken = (spoken: SpokenState): SpokenState => ({ ...spoken, phase: 'still', why: 'before' })

export const nextClip = ({ clips }: SpokenState): number => clips.length + 1

export const clipBegun = (spoken: SpokenState): SpokenState => ({
  ...spoken,
  phase: 'starting',
  why: undefined,
  silentBeats: 0,
})

export const beatHeard = (spoken: SpokenState, isSound: boolean | undefined): SpokenState => ({
  ...spoken,
  beats: spoken.beats + 1,
  silentBeats: isSound === false ? spoken.silentBeats + 1 : 0,
})

export function pieceMade(
  spoken: SpokenState,
  { clip, piece, durationMs }: { clip: number; piece: number; durationMs: number },
): SpokenState {
  const clips = [...spoken.clips]
  clips[clip - 1] = { pieces: piece, durationMs }
  return { ...spoken, clips }
}

export const clipEnded = (spoken: SpokenState, why: FilmEnd): SpokenState =>
  why === 'asked' || why === 'limit' ? { ...spoken, phase: 'idle', why: undefined } : { ...spoken, phase: 'still', why }

/** The take goes on: that nothing is left of a clip costs nobody one of their takes. */
export function clipLost(spoken: SpokenState): SpokenState {
  const isRunning = spoken.phase === 'recording' || spoken.phase === 'starting'
  return isRunning
    ? { ...spoken, hasGap: true }
    : { ...spoken, phase: 'still', why: 'lost', hasBegun: spoken.clips.length > 0 }
}

/** From the start, as the next take. */
export const takeBegun = (spoken: SpokenState): SpokenState => ({
  ...notSpoken,
  number: spoken.number,
  take: spoken.take + 1,
})

export const takesLeft = ({ take }: SpokenState, { takes = 1 }: Pick<QuestionForCandidate, 'takes'>): number =>
  Math.max(0, takes - take)
