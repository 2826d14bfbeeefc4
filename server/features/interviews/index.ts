/** What other features may use. */
export { followUpsTo, type Interview, type News } from './interview.js'
export type { Claim } from './interview-queue-store.js'
export { type InterviewStore, type InterviewSummary } from './interview-store.js'
