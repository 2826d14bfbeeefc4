/** What came from the microphone while it was tried, and what is to be thought of it. Pure. */
import { deviceCheck } from '../../config.js'

/** `levels`: as numbers whose loudness can be read. `mp3`: where a phone gives no such numbers. */
export type HeardAs = 'levels' | 'mp3'
/** `drowned`: sound arrives, and no voice stands out of it. */
export type MicrophoneVerdict = 'heard' | 'silent' | 'drowned' | 'refused' | 'broken'
export type Room = 'quiet' | 'noisy' | 'unknown'

export interface MicrophonePart {
  phase: 'untried' | 'asking' | 'listening' | 'done'
  heardAs: HeardAs
  verdict: MicrophoneVerdict | undefined
  /** Decibels, in the order in which they came. */
  levels: number[]
  /** Bits of sound that were no silence, where loudness cannot be read. */
  sounds: number
}

export const untriedMicrophone: MicrophonePart = {
  phase: 'untried',
  heardAs: 'levels',
  verdict: undefined,
  levels: [],
  sounds: 0,
}

export const asked = (): MicrophonePart => ({ ...untriedMicrophone, phase: 'asking' })

export const listening = (heardAs: HeardAs): MicrophonePart => ({ ...untriedMicrophone, phase: 'listening', heardAs })

export const soundCame = (part: MicrophonePart, came: { levelDb?: number; isSound?: boolean }): MicrophonePart => ({
  ...part,
  levels: came.levelDb === undefined ? part.levels : [...part.levels, came.levelDb],
  sounds: came.isSound === true ? part.sounds + 1 : part.sounds,
})

export const concluded = (part: MicrophonePart, verdict: MicrophoneVerdict): MicrophonePart => ({
  ...part,
  phase: 'done',
  verdict,
})

/** Nothing came in the form that was asked for: some phones give sound in one form only. */
export const givesNothing = ({ levels, sounds }: MicrophonePart): boolean => levels.length === 0 && sounds === 0

/** Nothing while it has to be listened to for longer. */
export function verdictAfter(part: MicrophonePart, listenedMs: number): MicrophoneVerdict | undefined {
  const { leastListeningMs, longestListeningMs, soundsHeard, noisyRoomDb } = deviceCheck
  if (listenedMs < leastListeningMs) return undefined
  const isHeard = part.heardAs === 'mp3' ? part.sounds >= soundsHeard : hasVoice(part.levels)
  if (isHeard) return 'heard'
  if (listenedMs < longestListeningMs) return undefined
  return part.levels.length > 0 && roomDb(part.levels) > noisyRoomDb ? 'drowned' : 'silent'
}

export function roomOf({ levels }: MicrophonePart): Room {
  if (levels.length === 0) return 'unknown'
  return roomDb(levels) > deviceCheck.noisyRoomDb ? 'noisy' : 'quiet'
}

function hasVoice(levels: number[]): boolean {
  const voice = voiceDb(levels)
  return voice >= deviceCheck.quietestVoiceDb && voice - roomDb(levels) >= deviceCheck.voiceAboveRoomDb
}

const loudestFirst = (levels: number[]) => [...levels].sort((one, other) => other - one)

/** Between words: what a fifth of all that came is quieter than. */
const roomDb = (levels: number[]): number => loudestFirst(levels)[Math.floor(levels.length * 0.8)] ?? -Infinity

/** A knock is loud once; a voice is loud for a while. */
const voiceDb = (levels: number[]): number => loudestFirst(levels)[2] ?? -Infinity
