/** What candidates asked for, for whoever may invite, and answering it. */
import type Router from '@koa/router'
import { AnswerRequest } from '../../../../shared/contracts/candidate-requests.js'
import { ById } from '../../../../shared/contracts/ids.js'
import { conflict, notFound } from '../../../errors.js'
import { staffRouter, type StaffCall } from '../../../http/staff-router.js'
import { validBody, validParams } from '../../../http/validate.js'
import type { AuditTrail } from '../../../ports/audit-trail.js'
import type { ExtendDeps } from '../extend-invitation.js'
import type { InvitationStore } from '../invitation-store.js'
import { invitationsPolicy } from '../policy.js'
import { answerInWords, grantRequest, type AnswerDeps } from './answer-request.js'
import { listRequestsFor, requestsOf, type ListRequestsDeps } from './list-requests.js'
import type { RequestStore } from './request-store.js'

export type RequestStaffDeps = ListRequestsDeps &
  Omit<AnswerDeps & ExtendDeps, 'invitations' | 'notifications'> & {
    audit: AuditTrail
    candidateRequests: Pick<RequestStore, 'findById' | 'listOf' | 'listWaiting' | 'textsOf' | 'settle'>
    invitations: ListRequestsDeps['invitations'] &
      ExtendDeps['invitations'] &
      Pick<InvitationStore, 'latestOf' | 'findById'>
    notifications: AnswerDeps['notifications'] & ExtendDeps['notifications']
    staffNames: (orgId: string) => Promise<ReadonlyMap<string, string>>
  }

const may = invitationsPolicy.answerRequest
const about = { kind: 'candidate-request' } as const

export function requestStaffRoutes(deps: RequestStaffDeps): Router {
  const { router, get, post } = staffRouter('/api/staff/requests', deps)

  get('/', { action: 'candidate-request.list', may }, async (_ctx, { caller }) => {
    const requests = await listRequestsFor(deps, caller)
    const ids = requests.map(({ applicationId }) => applicationId)
    return { body: { requests }, count: ids.length, ids }
  })

  post('/:id/grant', acting('grant'), async (ctx, call) => {
    const { request, invitation } = await standing(deps, call, validParams(ctx, ById).id)
    const extended = await grantRequest(deps, { request, invitation, by: call.caller.memberId })
    if (extended.kind === 'not-open')
      throw conflict('invitation-not-open', { status: extended.status, closedAt: extended.closedAt.toISOString() })
    return { body: {} }
  })

  post('/:id/answer', acting('answer'), async (ctx, call) => {
    const { request, invitation } = await standing(deps, call, validParams(ctx, ById).id)
    const { answer: text } = validBody(ctx, AnswerRequest)
    await answerInWords(deps, { request, invitation, by: call.caller.memberId, text })
    return { body: {} }
  })

  return router
}

/** Of one application; behind its own address, since reports are read by those who rate. */
export function requestsOfApplicationRoutes(deps: RequestStaffDeps): Router {
  const { router, get } = staffRouter('/api/staff/applications/:id/requests', deps)

  get(
    '/',
    {
      action: 'candidate-request.read',
      may,
      subject: (ctx) => ({ kind: 'application', id: validParams(ctx, ById).id }),
    },
    async (ctx, call) => {
      const { id: applicationId } = validParams(ctx, ById)
      const { orgId } = call.caller
      const invitation = await deps.invitations.latestOf(orgId, applicationId)
      if (!invitation) throw notFound('invitation')
      call.within(invitation.positionId)
      const names = await deps.staffNames(orgId)
      const nameOf = (memberId: string) => names.get(memberId) ?? memberId
      return { body: { requests: await requestsOf(deps, { orgId, applicationId, nameOf }) } }
    },
  )

  return router
}

const acting = (verb: 'grant' | 'answer') =>
  ({
    action: `candidate-request.${verb}`,
    may,
    subject: (ctx: Parameters<typeof validParams>[0]) => ({ ...about, id: validParams(ctx, ById).id }),
  }) as const

async function standing(deps: RequestStaffDeps, call: StaffCall, id: string) {
  const { orgId } = call.caller
  const request = await deps.candidateRequests.findById(orgId, id)
  if (!request) throw notFound('request')
  call.within(request.positionId)
  const invitation = await deps.invitations.findById(orgId, request.invitationId)
  if (!invitation) throw notFound('invitation')
  return { request, invitation }
}
