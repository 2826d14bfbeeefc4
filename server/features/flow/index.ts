/** What other features may use. */

export { decide, decidersOf, type DecideDeps } from './decisions/decide.js'
export { type DecisionStore } from './decisions/decision-store.js'
export { isFinal, screeningStage, verdicts, type Decision, type Verdict } from './decisions/decision.js'
export { deriveStandings } from './states/derive-standings.js'

export { followInterviews } from './follow-interviews.job.js'

export { moveScreened } from './decisions/move-screened.job.js'

export { applicationStates, type ApplicationState, type Standing } from './states/application-states.js'
export type { Ruled } from './decisions/decision-lists-store.js'
export { decisionRoutes } from './decisions/staff-routes.js'

export { decideRule, readCandidatesRule, readContactRule } from './policy.js'
export { type StandingStore, type StoredStanding } from './states/standing-store.js'
export { toReviewBy, waitingRows, type WaitingDeps } from './decisions/waiting-for-staff.js'
