/** What other features may use. */
export type { Judgement, Outcome, RuleResult } from './judge-resume.js'
export { screenApplications, type ScreenDeps } from './screen-applications.job.js'
export { screeningStore, type Screening, type ScreeningStore } from './screening-store.js'
