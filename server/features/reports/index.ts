/** What other features may use. */
export { assessInterviewWith, type AssessDeps } from './assess-interview.js'
export { candidateFeedbackRoutes } from './candidate-routes.js'
export { removeWithdrawnScores, type WithdrawDeps } from './remove-withdrawn-scores.job.js'
export { reportStore, type ReportStore } from './report-store.js'
export type { Report } from './report.js'
export { scoreInterviews, type ScoreDeps } from './score-interviews.job.js'
export type { FeedbackDeps } from './view-feedback.js'
