/** Every router of the API. routers.test.ts holds this list against shared/contracts/endpoints.ts. */
import type Router from '@koa/router'
import type { Deps } from './deps.js'
import { candidateSessionRoutes, jssdkRoutes, memberRoutes, staffSignInRoutes } from '../features/accounts/index.js'
import { auditRoutes } from '../features/audit/index.js'
import { applicationRoutes, applicationStaffRoutes } from '../features/applications/index.js'
import { decisionRoutes, letterRoutes } from '../features/flow/index.js'
import { wecomCallbackRoutes } from '../features/integrations/index.js'
import { candidateInterviewRoutes } from '../features/interviews/index.js'
import { consentRoutes, invitationRoutes } from '../features/invitations/index.js'
import { subscriptionRoutes } from '../features/notifications/index.js'
import { positionRoutes } from '../features/positions/index.js'
import { dataFileRoutes } from '../features/configuration/index.js'
import { candidateFeedbackRoutes, ratingRoutes } from '../features/reports/index.js'

export const allRouters = (deps: Deps): Router[] => [
  candidateSessionRoutes(deps),
  positionRoutes(deps),
  applicationRoutes(deps),
  letterRoutes(deps),
  subscriptionRoutes(deps),
  invitationRoutes(deps),
  consentRoutes(deps),
  candidateInterviewRoutes(deps),
  candidateFeedbackRoutes(deps),
  wecomCallbackRoutes(deps),
  auditRoutes(deps),
  staffSignInRoutes(deps),
  jssdkRoutes(deps),
  memberRoutes(deps),
  dataFileRoutes(deps),
  decisionRoutes(deps),
  applicationStaffRoutes(deps),
  ratingRoutes(deps),
]
