/** What other features may use. */
export { assessInterviewWith } from './assess-interview.js'
export { candidateFeedbackRoutes } from './candidate-routes.js'
export { removeWithdrawnScores } from './remove-withdrawn-scores.job.js'
export { reportStore, type ReportStore } from './report-store.js'
export type { Report } from './report.js'
export { scoreInterviews } from './score-interviews.job.js'
export { rateQuestion, type RateDeps } from './rate-question.js'
export { ratingStore, type Rating, type RatingStore } from './rating-store.js'
