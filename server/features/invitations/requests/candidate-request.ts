/** What a candidate asked for around the invitation. Pure. */
import type { DeclineReason, RequestKind, RequestStatus } from '../../../../shared/contracts/candidate-requests.js'
import type { OrganisationDefaults } from '../../../../shared/contracts/organisation.js'
import type { ApplicationRef } from '../../talent/index.js'
import { unstartedStatuses, type Invitation } from '../invitation.js'
import { isOpenAt } from '../staff-act.js'

export interface CandidateRequest extends ApplicationRef {
  id: string
  invitationId: string
  /** Of what was asked: the same again is the same request. */
  key: string
  kind: RequestKind
  status: RequestStatus
  askedAt: Date
  hours?: number
  reason?: DeclineReason
  answeredBy?: string
  answeredAt?: Date
}

const usualSelfExtension = { hours: 48, times: 1 }

/** How many more hours they may take without asking anybody. */
export function hoursByThemselves(
  invitation: Invitation,
  { selfExtension = usualSelfExtension }: Pick<OrganisationDefaults, 'selfExtension'>,
  now: Date,
): number {
  const taken = invitation.selfExtensions ?? 0
  return isOpenAt(invitation, now) && taken < selfExtension.times ? selfExtension.hours : 0
}

/** Of one that ran out before anybody began, too: HR may open it again. `begun`: its interview was. */
export const mayAskTime = ({ status }: Invitation, begun: boolean): boolean =>
  !begun && (unstartedStatuses.includes(status) || status === 'expired')
