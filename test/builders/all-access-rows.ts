/** Every row of the access matrix, from the files beside the routes. server/access-matrix.test.ts says when one is missing. */
import { endpoints } from '../../shared/contracts/endpoints.js'
import type { AccessRow, AccessRows, RouteKey } from './access-rows.js'
import { access as accountsCandidate } from '../../server/features/accounts/candidate-routes.access.js'
import { access as accountsJssdk } from '../../server/features/accounts/jssdk-routes.access.js'
import { access as accountsSignIn } from '../../server/features/accounts/sign-in-routes.access.js'
import { access as accountsStaff } from '../../server/features/accounts/staff-routes.access.js'
import { access as applicationsCandidate } from '../../server/features/applications/candidate-routes.access.js'
import { access as applicationsStaff } from '../../server/features/applications/staff-routes.access.js'
import { access as applicationsWayIn } from '../../server/features/applications/way-in-routes.access.js'
import { access as auditStaff } from '../../server/features/audit/staff-routes.access.js'
import { access as configurationStaff } from '../../server/features/configuration/staff-routes.access.js'
import { access as consentCandidate } from '../../server/features/consent/candidate-routes.access.js'
import { access as correctionsCandidate } from '../../server/features/corrections/candidate-routes.access.js'
import { access as flowAgreementStaff } from '../../server/features/flow/agreement/staff-routes.access.js'
import { access as flowDecisionsStaff } from '../../server/features/flow/decisions/staff-routes.access.js'
import { access as flowLettersStaff } from '../../server/features/flow/letters/staff-routes.access.js'
import { access as flowLettersCandidate } from '../../server/features/flow/letters/candidate-routes.access.js'
import { access as flowReviewQueueStaff } from '../../server/features/flow/review-queue/staff-routes.access.js'
import { access as integrationsCallback } from '../../server/features/integrations/callback-routes.access.js'
import { access as interviewsCandidate } from '../../server/features/interviews/candidate-routes.access.js'
import { access as invitationsCandidate } from '../../server/features/invitations/candidate-routes.access.js'
import { access as invitationsStaff } from '../../server/features/invitations/staff-routes.access.js'
import { access as candidateRequests } from '../../server/features/invitations/requests/candidate-routes.access.js'
import { access as answeringRequests } from '../../server/features/invitations/requests/staff-routes.access.js'
import { access as notificationsReports } from '../../server/features/notifications/delivery-reports/report-routes.access.js'
import { access as notificationsSubscriptionCandidate } from '../../server/features/notifications/to-candidate/channels/subscription/candidate-routes.access.js'
import { access as positionsCandidate } from '../../server/features/positions/candidate-routes.access.js'
import { access as recordingsCandidate } from '../../server/features/recordings/candidate-routes.access.js'
import { access as recordingsStaff } from '../../server/features/recordings/staff-routes.access.js'
import { access as recordingsDeviceCheck } from '../../server/features/recordings/device-check-routes.access.js'
import { access as reportsCandidate } from '../../server/features/reports/candidate-routes.access.js'
import { access as reportsStaff } from '../../server/features/reports/staff-routes.access.js'
import { access as applicantImportStaff } from '../../server/features/applicant-import/staff-routes.access.js'
import { access as writtenTestsStaff } from '../../server/features/written-tests/staff-routes.access.js'
import { access as retentionCandidate } from '../../server/features/retention/candidate-routes.access.js'
import { access as retentionStaff } from '../../server/features/retention/staff-routes.access.js'
import { access as contactProofCandidate } from '../../server/features/talent/contact-proof/candidate-routes.access.js'
import { access as operations } from '../../server/http/health.access.js'

const rows: AccessRows = {
  ...accountsCandidate,
  ...accountsJssdk,
  ...accountsSignIn,
  ...accountsStaff,
  ...applicationsCandidate,
  ...applicationsStaff,
  ...applicationsWayIn,
  ...auditStaff,
  ...configurationStaff,
  ...consentCandidate,
  ...correctionsCandidate,
  ...flowAgreementStaff,
  ...flowDecisionsStaff,
  ...flowLettersCandidate,
  ...flowLettersStaff,
  ...flowReviewQueueStaff,
  ...integrationsCallback,
  ...interviewsCandidate,
  ...invitationsCandidate,
  ...invitationsStaff,
  ...candidateRequests,
  ...answeringRequests,
  ...notificationsReports,
  ...notificationsSubscriptionCandidate,
  ...positionsCandidate,
  ...recordingsCandidate,
  ...recordingsStaff,
  ...recordingsDeviceCheck,
  ...reportsCandidate,
  ...reportsStaff,
  ...applicantImportStaff,
  ...writtenTestsStaff,
  ...retentionCandidate,
  ...retentionStaff,
  ...contactProofCandidate,
  ...operations,
}
const order = Object.keys(endpoints)

/** As the table of endpoints has them, which is also the order in which they are sent: what needs the world as it was is first. */
export const allAccessRows = (Object.entries(rows) as [RouteKey, AccessRow][]).sort(
  ([one], [other]) => order.indexOf(one) - order.indexOf(other),
)
