/**
 * What other features may use. Staff: `findStaff(deps, orgId, userid)` is who somebody is elsewhere than in the console (bot, command);
 * `deps.accounts.list(orgId)` are the members with their grants, for whoever has to tell all of a role.
 */
export { checkOrganisation, type Organisation } from './organisation.js'
export { installation, organisationStore } from './organisation-store.js'
export { findCandidateSession } from './candidate-session.js'
export { candidateSessionRoutes } from './candidate-routes.js'
export { candidateSessionStore } from './candidate-session-store.js'
export { presentOrganisationForCandidate } from './present-organisation.js'
export { addDemoStaff } from './demo-staff.js'
export { offerFirstAdmin } from './first-admin.js'
export { firstAdminStore } from './first-admin-store.js'
export { memberStore } from './member-store.js'
export { jssdkRoutes } from './jssdk-routes.js'
export { staffSignInRoutes } from './sign-in-routes.js'
export { signInStateStore } from './sign-in-state-store.js'
export { memberRoutes } from './staff-routes.js'
export { findStaff, findStaffSession } from './staff-session.js'
export { staffSessionStore } from './staff-session-store.js'
