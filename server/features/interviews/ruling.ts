/** What a rule returns: the interview after the act, and why the act was refused if it was. A refused act may still move the clock. */
import { AppError, conflict, notFound } from '../../errors.js'
import type { Interview } from './interview.js'

export interface Ruling {
  interview: Interview
  refusal?: AppError
}

export const allowed = (interview: Interview): Ruling => ({ interview })
export const refused = (interview: Interview, refusal: AppError): Ruling => ({ interview, refusal })

export const otherDevice = () => conflict('other-device')
export const takenOver = () => conflict('taken-over')
export const unknownQuestion = () => notFound('question')
export const notIssued = (number: number) => conflict('not-issued', { number })
export const notShown = (number: number) => conflict('not-shown', { number })
export const previousNotEnded = (number: number) => conflict('previous-not-ended', { number })
/** The position does not offer it, or the candidate did not agree to be recorded. */
export const notOffered = (number: number) => conflict('way-not-offered', { number })
/** Its time would be over by now. */
export const tooLateForWay = (number: number) => conflict('too-late-for-way', { number })
export const alreadyWritten = (number: number) => conflict('already-written', { number })
export const windowClosed = () => conflict('invitation-over')
export const alreadyAnswered = (number: number) => conflict('already-answered', { number })
/** Nobody wrote a plainer wording of it. */
export const noSimpler = (number: number) => conflict('no-simpler', { number })
/** Nobody has been silent for that long, or the position does not offer it. */
export const notSilent = (number: number) => conflict('not-silent', { number })
/** Nobody wrote it down, so there is nothing to correct. */
export const nothingToCorrect = (number: number) => conflict('nothing-to-correct', { number })
export const alreadyCorrected = (number: number) => conflict('already-corrected', { number })
export const correctionOver = () => conflict('correction-over')
/** `savedText` is the caller's own answer as it stands. It goes to its author only and is never logged. */
export const pastDeadline = (number: number, savedText: string) => conflict('past-deadline', { number, savedText })
