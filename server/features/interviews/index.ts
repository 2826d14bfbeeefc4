/** What other features may use. */
export { announceInterviews, type InterviewFact, type NewsListeners } from './announce-interviews.job.js'
export { candidateInterviewRoutes } from './candidate-routes.js'
export { endOverdue } from './end-overdue.job.js'
export type { Interview } from './interview.js'
export type { Claim } from './interview-queue-store.js'
export { interviewStore, type InterviewStore, type InterviewSummary } from './interview-store.js'
