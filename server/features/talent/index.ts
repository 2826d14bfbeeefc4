/** What other features may use. */
export { applyToPosition, type Apply, type ApplyDeps } from './apply-to-position.js'
export type { LinkProofs } from './application-link.js'
export { applicationStore, type ApplicationStore } from './application-store.js'
export { applicationRef, isHeldBy, type Application, type ApplicationRef, type Holder } from './application.js'
export { candidateStore, type CandidateStore } from './candidate-store.js'
export { judgeSamePerson, type JudgeDeps } from './same-person/judge-same-person.js'
export type { SamePersonStore } from './same-person/same-person-store.js'
export { ownedByBank, phoneTail, type Candidate, type CandidateIdentity } from './candidate.js'
