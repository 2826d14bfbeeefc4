/** Which spoken ways of answering somebody is offered. Pure. */
import { isRecorded, type AnswerMode, type RecordedWay } from '../../../shared/contracts/answer-modes.js'
import { isGranted, type CurrentConsent } from '../consent/index.js'

/** Once more, where a position says nothing else. */
const usualRetakes = 1

interface Wanted {
  position: { answerModes: readonly AnswerMode[]; retakes?: number }
  consent: CurrentConsent | undefined
  /** A transcriber writes down what is said, or the organisation accepts that people listen. */
  isHeard: boolean
}

/** None without the candidate's consent to be recorded (C2): the same questions are answered in writing. */
export function recordedWaysFor({ position, consent, isHeard }: Wanted): { ways: RecordedWay[]; takes: number } {
  const mayRecord = isHeard && isGranted(consent, 'recording')
  const takes = 1 + (position.retakes ?? usualRetakes)
  return { ways: mayRecord ? position.answerModes.filter(isRecorded) : [], takes }
}
