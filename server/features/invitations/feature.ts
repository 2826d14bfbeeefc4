import type { Manifest, StoreTools } from '../../feature.js'
import { everyMinute, platformLanes } from '../../jobs/times.js'
import { keyedHash } from '../../mongo/key-ring.js'
import { admissionDesk, type AdmissionDeps } from './admit-to-interview.js'
import { consentRoutes, invitationRoutes, type InvitationRouteDeps } from './candidate-routes.js'
import { deliverInvitations, type DeliverDeps } from './deliver-invitations.job.js'
import { expireInvitations, type ExpireDeps } from './expire-invitations.job.js'
import { linkToken } from './invitation-link.js'
import { invitationStore, type LinkTokens } from './invitation-store.js'
import { candidateRequestRoutes, type CandidateRequestDeps } from './requests/candidate-routes.js'
import { requestsOfApplicationRoutes, requestStaffRoutes, type RequestStaffDeps } from './requests/staff-routes.js'
import { requestStore } from './requests/request-store.js'
import { sharingOf } from './sharing.js'
import { invitationStaffRoutes, type InvitationStaffDeps } from './staff-routes.js'

function stores({ connection, keys, vault }: StoreTools) {
  const tokens = linkTokens(keys.derive('invitation-link'))
  return {
    tokens,
    invitations: invitationStore(connection, tokens),
    candidateRequests: requestStore(connection, vault),
  }
}

const linkTokens = (key: Buffer): LinkTokens => ({
  tokenOf: (invitation) => linkToken(key, invitation),
  hashOf: (token) => keyedHash(key, token),
})

export const invitationsFeature = {
  name: 'invitations',
  stores,
  gives: (early: ReturnType<typeof stores> & AdmissionDeps & Parameters<typeof sharingOf>[0]) => ({
    admission: admissionDesk(early),
    sharing: sharingOf(early),
  }),
  routers: (deps: InvitationRouteDeps & InvitationStaffDeps & CandidateRequestDeps & RequestStaffDeps) => [
    invitationRoutes(deps),
    candidateRequestRoutes(deps),
    requestStaffRoutes(deps),
    requestsOfApplicationRoutes(deps),
    consentRoutes(deps),
    invitationStaffRoutes(deps),
  ],
  jobs: (deps: DeliverDeps & ExpireDeps & Pick<ReturnType<typeof stores>, 'invitations'>) => [
    {
      name: 'deliver-invitations',
      due: () => deps.invitations.dueQueued(deps.clock.now()),
      lanes: platformLanes,
      run: () => deliverInvitations(deps),
    },
    { name: 'expire-invitations', schedule: everyMinute, run: () => expireInvitations(deps) },
  ],
} satisfies Manifest
