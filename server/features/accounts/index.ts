/**
 * What other features may use. Staff: `findStaff(deps, orgId, userid)` is who somebody is elsewhere than in the console (bot, command);
 * `deps.accounts.list(orgId)` are the members with their grants, for whoever has to tell all of a role.
 */
export { measuresVoices, type Organisation } from './organisation.js'
export { organisationKind } from './organisation-file.js'
export { installation, organisationStore } from './organisation-store.js'
export { findCandidateSession } from './candidate-session.js'
export { addDemoStaff } from './demo-staff.js'
export { offerFirstAdmin } from './first-admin.js'
export { resetSecondFactor } from './reset-second-factor.js'
export { findStaff, findStaffSession } from './staff-session.js'
export { texts as accountTexts } from './texts/index.js'
