/** What other features may use. */
export { changeInterview, type ChangeDeps } from './change-interview.js'
export { correctableUntil, correctAnswer, mostCharactersFor, writtenDownIn, type Corrects } from './correct-answer.js'
export {
  followUpsTo,
  inOrder,
  questionOf,
  unheard,
  wordsOf,
  type Interview,
  type InterviewQuestion,
  type News,
} from './interview.js'
export type { Claim } from './interview-queue-store.js'
export { type InterviewStore, type InterviewSummary, type WhichInterview } from './interview-store.js'
export { needsListeners, type Heard } from './recorded-answer.js'
export { takenOver } from './ruling.js'
export { differenceOf, shareInCommon } from './text-difference.js'
export { viewInterview } from './view-interview.js'
