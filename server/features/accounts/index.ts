/** What other features may use. */
export { checkOrganisation, type Organisation } from './organisation.js'
export { installation, organisationStore, type OrganisationStore } from './organisation-store.js'
export { findCandidateSession, type SessionDeps } from './candidate-session.js'
export { candidateSessionRoutes } from './candidate-routes.js'
export { candidateSessionStore } from './candidate-session-store.js'
export { presentOrganisationForCandidate } from './present-organisation.js'
