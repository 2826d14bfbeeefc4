/** What other features may use. */
export { checkOrganisation, type Organisation } from './organisation.js'
export { installation, organisationStore } from './organisation-store.js'
export { findCandidateSession } from './candidate-session.js'
export { candidateSessionRoutes } from './candidate-routes.js'
export { candidateSessionStore } from './candidate-session-store.js'
export { presentOrganisationForCandidate } from './present-organisation.js'
