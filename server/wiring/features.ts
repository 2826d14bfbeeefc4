/** All features, in the order in which they may know one another. A new one is one folder and a line here. */
import { accountsFeature } from '../features/accounts/feature.js'
import { applicantImportFeature } from '../features/applicant-import/feature.js'
import { applicationsFeature } from '../features/applications/feature.js'
import { auditFeature } from '../features/audit/feature.js'
import { botFeature } from '../features/bot/feature.js'
import { configurationFeature } from '../features/configuration/feature.js'
import { consentFeature } from '../features/consent/feature.js'
import { correctionsFeature } from '../features/corrections/feature.js'
import { flowFeature } from '../features/flow/feature.js'
import { integrationsFeature } from '../features/integrations/feature.js'
import { interviewsFeature } from '../features/interviews/feature.js'
import { invitationsFeature } from '../features/invitations/feature.js'
import { modelScoringFeature } from '../features/model-scoring/feature.js'
import { notificationsFeature } from '../features/notifications/feature.js'
import { positionsFeature } from '../features/positions/feature.js'
import { questionBankFeature } from '../features/question-bank/feature.js'
import { recordingsFeature } from '../features/recordings/feature.js'
import { reportsFeature } from '../features/reports/feature.js'
import { retentionFeature } from '../features/retention/feature.js'
import { screeningFeature } from '../features/screening/feature.js'
import { talentFeature } from '../features/talent/feature.js'
import { timelineFeature } from '../features/timeline/feature.js'
import { writtenTestsFeature } from '../features/written-tests/feature.js'
import { inOrder, type GivenBy, type StoresOf } from './in-order.js'
import type { Outside } from './outside.js'

export const features = inOrder<Outside>()([
  accountsFeature,
  auditFeature,
  timelineFeature,
  notificationsFeature,
  positionsFeature,
  questionBankFeature,
  configurationFeature,
  talentFeature,
  writtenTestsFeature,
  applicantImportFeature,
  consentFeature,
  screeningFeature,
  invitationsFeature,
  interviewsFeature,
  recordingsFeature,
  modelScoringFeature,
  reportsFeature,
  flowFeature,
  correctionsFeature,
  applicationsFeature,
  retentionFeature,
  integrationsFeature,
  botFeature,
])

export type Stores = StoresOf<typeof features>
/** What a use case asks for by name is found here by that name. */
export type Deps = Outside & Stores & GivenBy<typeof features>
