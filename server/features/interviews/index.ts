/** What other features may use. */
export { followUpsTo, inOrder, questionOf, unheard, type Interview, type InterviewQuestion, type News } from './interview.js'
export type { Claim } from './interview-queue-store.js'
export { type InterviewStore, type InterviewSummary, type WhichInterview } from './interview-store.js'
export { needsListeners, type Heard } from './recorded-answer.js'
export { takenOver } from './ruling.js'
export { viewInterview } from './view-interview.js'
