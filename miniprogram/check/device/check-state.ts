/** What the device check knows, and what it offers next. Nothing that fails here keeps anybody from the interview. Pure. */
import type { AnswerMode } from '../../../shared/contracts/answer-modes.js'
import { untriedCamera, type CameraPart } from './camera-state.js'
import { untriedMicrophone, type MicrophonePart } from './microphone-state.js'
import type { NetworkPart } from './network-state.js'

export interface CheckState {
  /** What the position offers beside writing. */
  offers: { voice: boolean; video: boolean }
  /** The interview that begins afterwards; empty where the check was only looked at. */
  invitationId: string
  microphone: MicrophonePart
  camera: CameraPart
  network: NetworkPart
}

export type CheckAct =
  | 'none'
  | 'try-microphone'
  | 'open-settings'
  | 'try-camera'
  | 'open-camera-settings'
  | 'try-network'
  | 'practise'
  | 'begin'
  | 'back'

export const checkOf = (ways: readonly AnswerMode[], invitationId: string): CheckState => ({
  offers: { voice: ways.includes('voice'), video: ways.includes('video') },
  invitationId,
  microphone: untriedMicrophone,
  camera: untriedCamera,
  network: { kind: 'untried' },
})

/** The microphone matters. */
export const hears = ({ offers }: CheckState): boolean => offers.voice || offers.video

/** Of the one filled button. */
export function nextAct(state: CheckState): CheckAct {
  const { microphone } = state
  if (!hears(state)) return leaveAct(state)
  if (microphone.phase === 'asking' || microphone.phase === 'listening') return 'none'
  switch (microphone.verdict) {
    case 'heard':
      return 'practise'
    case 'refused':
      return 'open-settings'
    default:
      return 'try-microphone'
  }
}

export const leaveAct = ({ invitationId }: CheckState): CheckAct => (invitationId === '' ? 'back' : 'begin')

export type Part = 'microphone' | 'camera' | 'network'

/** Of the line under a part. Whoever refused the camera is asked no more by WeChat: only its settings help. */
export function againAct({ camera }: CheckState, part: Part): CheckAct {
  if (part === 'microphone') return 'try-microphone'
  if (part === 'network') return 'try-network'
  return camera.kind === 'refused' ? 'open-camera-settings' : 'try-camera'
}
