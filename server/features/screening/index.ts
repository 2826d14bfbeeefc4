/** What other features may use. */
export type { Judgement, RuleResult, ScreeningRule } from './judge-resume.js'
export { screenApplications } from './screen-applications.job.js'
export { screeningStore, type Screening, type ScreeningStore } from './screening-store.js'
