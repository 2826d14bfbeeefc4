/** A practice answer: recorded, listened to, recorded again. Pure. */
import { practiceMs } from '../../config.js'
import type { ClipEnd } from '../../services/take-recorder.js'

export type PracticeWhy = 'not-allowed' | 'broken' | 'call' | 'away' | 'nothing' | 'unplayable' | 'full'

export interface PracticeState {
  /** The interview that begins afterwards; empty where practice was only looked at. */
  invitationId: string
  phase: 'ready' | 'starting' | 'recording' | 'ending' | 'recorded' | 'playing'
  why: PracticeWhy | undefined
  leftMs: number
  recordedMs: number
  /** Grows with every bit of sound that came: what the bars move by. */
  beats: number
  silentBeats: number
}

export type PracticeAct = 'none' | 'record' | 'stop' | 'listen' | 'stop-listening' | 'open-settings' | 'begin' | 'back'

export const practiceOf = (invitationId: string): PracticeState => ({
  invitationId,
  phase: 'ready',
  why: undefined,
  leftMs: practiceMs,
  recordedMs: 0,
  beats: 0,
  silentBeats: 0,
})

/** What was recorded before is gone by now. */
export const recordingBegun = ({ invitationId }: PracticeState): PracticeState => ({
  ...practiceOf(invitationId),
  phase: 'starting',
})

export const refused = (state: PracticeState, why: 'not-allowed'): PracticeState => ({ ...state, phase: 'ready', why })

export const beat = (state: PracticeState, isSound: boolean | undefined): PracticeState => ({
  ...state,
  beats: state.beats + 1,
  silentBeats: isSound === false ? state.silentBeats + 1 : 0,
})

export const timePassed = (state: PracticeState, recordedMs: number): PracticeState => ({
  ...state,
  leftMs: Math.max(0, practiceMs - recordedMs),
})

/** `heardMs`: how long what was kept lasts; 0 where nothing came. */
export function recordingEnded(state: PracticeState, why: ClipEnd, heardMs: number): PracticeState {
  if (heardMs === 0) return { ...practiceOf(state.invitationId), why: whyNothing(why) }
  const stopped = why === 'call' || why === 'away' ? why : undefined
  return { ...state, phase: 'recorded', why: stopped, recordedMs: heardMs }
}

const whyNothing = (why: ClipEnd): PracticeWhy => (why === 'asked' || why === 'limit' ? 'nothing' : why)

/** For a second look at the page: what was recorded is gone. */
export const cleared = ({ invitationId }: PracticeState): PracticeState => practiceOf(invitationId)

export function primaryAct({ phase, why, invitationId }: PracticeState): PracticeAct {
  switch (phase) {
    case 'ready':
      return why === 'not-allowed' ? 'open-settings' : 'record'
    case 'starting':
    case 'ending':
      return 'none'
    case 'recording':
      return 'stop'
    default:
      return invitationId === '' ? 'back' : 'begin'
  }
}

export function secondaryAct({ phase, why, invitationId }: PracticeState): PracticeAct {
  if (phase === 'playing') return 'stop-listening'
  if (phase === 'recorded') return why === 'full' ? 'none' : 'listen'
  if (phase !== 'ready') return 'none'
  return invitationId === '' ? 'back' : 'begin'
}
