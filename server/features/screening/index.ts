/** What other features may use. */
export { screenApplications } from './screen-applications.job.js'
export { screeningStore, type Screening, type ScreeningStore } from './screening-store.js'
