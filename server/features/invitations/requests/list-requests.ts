/** What candidates asked for, as whoever may invite reads it. Nobody else does: it must not weigh on how somebody is rated. */
import type { RequestForStaff, RequestWaiting } from '../../../../shared/contracts/candidate-requests.js'
import { scopeOf, type StaffCaller } from '../../../ports/staff.js'
import type { PositionOf } from '../../positions/index.js'
import type { CandidateStore } from '../../talent/index.js'
import type { InvitationStore } from '../invitation-store.js'
import { invitationsPolicy } from '../policy.js'
import { mayAskTime, type CandidateRequest } from './candidate-request.js'
import type { RequestStore } from './request-store.js'

export interface ListRequestsDeps {
  candidateRequests: Pick<RequestStore, 'listWaiting' | 'textsOf'>
  invitations: Pick<InvitationStore, 'latestOfMany'>
  candidates: Pick<CandidateStore, 'findManyWithIdentity'>
  interviewIdOf: (orgId: string, invitationId: string) => Promise<string | undefined>
  positionOf: PositionOf
}

const mostShown = 200

/** Without those that nothing can be given to any more: the interview was begun meanwhile, or the invitation taken back. */
async function requestsWaitingFor(
  deps: Pick<ListRequestsDeps, 'candidateRequests' | 'invitations' | 'interviewIdOf'>,
  caller: StaffCaller,
) {
  const { orgId } = caller
  const scope = scopeOf(caller, invitationsPolicy.answerRequest)
  const waiting = await deps.candidateRequests.listWaiting(orgId, { scope, limit: mostShown })
  const invitations = await deps.invitations.latestOfMany(
    orgId,
    waiting.map(({ applicationId }) => applicationId),
  )
  const standing = await Promise.all(
    waiting.map(async (request) => {
      const invitation = invitations.get(request.applicationId)
      if (!invitation || invitation.id !== request.invitationId) return undefined
      const begun = (await deps.interviewIdOf(orgId, invitation.id)) !== undefined
      return mayAskTime(invitation, begun) ? { request, closesAt: invitation.closesAt } : undefined
    }),
  )
  return standing.filter((one) => one !== undefined)
}

export async function listRequestsFor(deps: ListRequestsDeps, caller: StaffCaller): Promise<RequestWaiting[]> {
  const { orgId } = caller
  const waiting = await requestsWaitingFor(deps, caller)
  const people = await deps.candidates.findManyWithIdentity(
    orgId,
    waiting.map(({ request }) => request.candidateId),
  )
  const shown = await Promise.all(
    waiting.map(async ({ request, closesAt }) => {
      const [person, position] = [people.get(request.candidateId), await deps.positionOf(orgId, request.positionId)]
      if (!person || !position) return undefined
      const { words } = await deps.candidateRequests.textsOf(request)
      return {
        ...asRead(request, words),
        applicationId: request.applicationId,
        name: person.name,
        shortCode: person.shortCode,
        positionTitle: position.title,
        closesAt: closesAt.toISOString(),
      }
    }),
  )
  return shown.filter((one) => one !== undefined)
}

export async function requestsOf(
  { candidateRequests }: { candidateRequests: Pick<RequestStore, 'listOf' | 'textsOf'> },
  { orgId, applicationId, nameOf }: { orgId: string; applicationId: string; nameOf: (memberId: string) => string },
): Promise<RequestForStaff[]> {
  const requests = await candidateRequests.listOf(orgId, applicationId)
  return Promise.all(
    requests.map(async (request) => {
      const { words, answer: text } = await candidateRequests.textsOf(request)
      const { status, reason, answeredBy, answeredAt } = request
      return {
        ...asRead(request, words),
        status,
        ...(reason && { reason }),
        ...(answeredBy &&
          answeredAt && {
            answer: { ...(text && { text }), by: nameOf(answeredBy), at: answeredAt.toISOString() },
          }),
      }
    }),
  )
}

const asRead = ({ id, kind, askedAt, hours }: CandidateRequest, words?: string) => ({
  requestId: id,
  kind,
  askedAt: askedAt.toISOString(),
  ...(hours !== undefined && { hours }),
  ...(words && { words }),
})
