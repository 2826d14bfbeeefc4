/** What other features may use. */
export { type ReportStore } from './report-store.js'
export type { Report } from './report.js'
export { type RatingStore } from './rating-store.js'
export { reportsPolicy } from './policy.js'
export { bankVersionOf } from './assess-interview.js'
export { comparePosition, type CompareWithin } from './compare-position.js'
export { presentReport, type ReportForStaff } from './present-report.js'
export { ratingRoutes } from './staff-routes.js'
