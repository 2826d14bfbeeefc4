/** A spoken answer as it is recorded: which take, which clips, and why it stands still. Pure. */
import type { RecordedClip, Recording } from '../../../shared/contracts/recordings.js'
import type { QuestionForCandidate } from '../../../shared/contracts/interviews.js'
import type { ClipEnd } from '../../services/take-recorder.js'

/** `before`: this phone, or another one, recorded some of it before the app was opened again. */
export type StoodStill = Exclude<ClipEnd, 'asked' | 'limit'> | 'before'

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
  percent: 100,
  isFull: false,
  isLost: false,
}

export const hasSpoken = ({ clips }: SpokenState): boolean => clips.length > 0

/** Nothing for an answer of which nothing was recorded. */
export const recordingOf = ({ take, clips }: SpokenState): Recording | undefined =>
  clips.length === 0 ? undefined : { take, clips }

export const spokenMs = ({ clips }: SpokenState): number => clips.reduce((sum, { durationMs }) => sum + durationMs, 0)

export const spokenTaken = (number: number, before: Recording | undefined): SpokenState => ({
  ...notSpoken,
  number,
  ...(before && { ...before, phase: 'still', why: 'before' }),
})

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

export const clipEnded = (spoken: SpokenState, why: ClipEnd): SpokenState =>
  why === 'asked' || why === 'limit' ? { ...spoken, phase: 'idle', why: undefined } : { ...spoken, phase: 'still', why }

/** From the start, as the next take. */
export const takeBegun = (spoken: SpokenState): SpokenState => ({
  ...notSpoken,
  number: spoken.number,
  take: spoken.take + 1,
})

export const takesLeft = ({ take }: SpokenState, { takes = 1 }: Pick<QuestionForCandidate, 'takes'>): number =>
  Math.max(0, takes - take)
