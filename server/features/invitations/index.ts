/** What other features may use. */

export { createInvitation, type CreateDeps } from './create-invitation.js'
export { deliverInvitations } from './deliver-invitations.job.js'
export { expireInvitations } from './expire-invitations.job.js'
export type { Invitation, InvitationNews } from './invitation.js'
export type { ClaimedNews } from './invitation-news-store.js'
export { extendInvitation, longestExtensionHours, type ExtendDeps } from './extend-invitation.js'
export { linkToken } from './invitation-link.js'
export { invitationStore, type InvitationStore, type LinkTokens } from './invitation-store.js'
export { revokeInvitation } from './revoke-invitation.js'
export { sendInvitationAgain, type SentAgain } from './send-invitation-again.js'
export type { NotOpen } from './staff-act.js'
export { unlockInvitation } from './unlock-invitation.js'
