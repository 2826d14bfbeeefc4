/** Which spoken ways of answering somebody is offered. Pure. */
import { isRecorded, type AnswerMode, type RecordedWay } from '../../../shared/contracts/answer-modes.js'
import { isGranted, type CurrentConsent } from '../consent/index.js'

/** Once more, where a position says nothing else. */
const usualRetakes = 1

interface Offer {
  answerModes: readonly AnswerMode[]
  retakes?: number | undefined
}

/** None without the candidate's consent to be recorded (C2): the same questions are answered in writing. */
export const recordedWaysFor = (
  { answerModes, retakes = usualRetakes }: Offer,
  consent: CurrentConsent | undefined,
): { ways: RecordedWay[]; takes: number } => ({
  ways: isGranted(consent, 'recording') ? answerModes.filter(isRecorded) : [],
  takes: 1 + retakes,
})
