/** What the candidate may still change about the invitation, and what became of what they asked. */
import type { ChangesForCandidate } from '../../../../shared/contracts/candidate-requests.js'
import type { Organisation } from '../../accounts/index.js'
import { unstartedStatuses, type Invitation } from '../invitation.js'
import { hoursByThemselves, mayAskTime, type CandidateRequest } from './candidate-request.js'
import type { RequestStore } from './request-store.js'

export interface ShowChangesDeps {
  candidateRequests: Pick<RequestStore, 'listOf' | 'textsOf'>
}

export async function changesFor(
  deps: ShowChangesDeps,
  invitation: Invitation,
  { organisation, begun, now }: { organisation: Pick<Organisation, 'defaults'>; begun: boolean; now: Date },
): Promise<ChangesForCandidate> {
  const requests = await deps.candidateRequests.listOf(invitation.orgId, invitation.applicationId)
  const last = requests.find(({ kind }) => kind === 'more-time')
  const asked = last && (await askedBefore(deps, last))
  return {
    hoursByThemselves: begun ? 0 : hoursByThemselves(invitation, organisation.defaults, now),
    mayDecline: !begun && unstartedStatuses.includes(invitation.status) && now < invitation.closesAt,
    mayAskTime: mayAskTime(invitation, begun),
    ...(asked && { asked }),
  }
}

async function askedBefore(
  { candidateRequests }: ShowChangesDeps,
  request: CandidateRequest,
): Promise<ChangesForCandidate['asked'] | undefined> {
  const { status, askedAt, hours = 0 } = request
  if (status !== 'waiting' && status !== 'granted' && status !== 'answered') return undefined
  const { answer } = await candidateRequests.textsOf(request)
  return { at: askedAt.toISOString(), hours, status, ...(answer && { answer }) }
}
