/** What other features may use. */
export { type Timeline, type TimelineEvent } from './timeline-store.js'
export type { TimelineKind } from './timeline-kinds.js'
