/** What other features may use. */
export { candidateInterviewRoutes } from './candidate-routes.js'
export { endOverdue } from './end-overdue.job.js'
export type { Interview, News } from './interview.js'
export type { Claim } from './interview-queue-store.js'
export { interviewStore, type InterviewStore, type InterviewSummary } from './interview-store.js'
