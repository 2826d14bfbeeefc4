/** What other features may use. */
export { followUpsTo, unheard, type Interview, type News, type RecordedAnswer } from './interview.js'
export type { Claim } from './interview-queue-store.js'
export { type InterviewStore, type InterviewSummary } from './interview-store.js'
export { needsListeners, type Heard } from './recorded-answer.js'
