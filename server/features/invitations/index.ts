/** What other features may use. */
export { admissionDesk } from './admit-to-interview.js'
export { consentRoutes, invitationRoutes } from './candidate-routes.js'
export { createInvitation, type CreateDeps } from './create-invitation.js'
export { deliverInvitations } from './deliver-invitations.job.js'
export { expireInvitations } from './expire-invitations.job.js'
export type { Invitation } from './invitation.js'
export { linkToken } from './invitation-link.js'
export { invitationStore, type InvitationStore, type LinkTokens } from './invitation-store.js'
