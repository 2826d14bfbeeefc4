import type { AnswerMode } from '../../shared/contracts/answer-modes.js'

/** Where somebody may speak, the phone is tried first. */
export const speaks = (ways: readonly AnswerMode[]): boolean => ways.includes('voice') || ways.includes('video')
