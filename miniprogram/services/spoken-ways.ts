import type { AnswerMode, RecordedWay } from '../../shared/contracts/answer-modes.js'

export const isRecordedWay = (way: AnswerMode | undefined): way is RecordedWay => way === 'voice' || way === 'video'

/** Where somebody may speak, the phone is tried first. */
export const speaks = (ways: readonly AnswerMode[]): boolean => ways.some(isRecordedWay)
