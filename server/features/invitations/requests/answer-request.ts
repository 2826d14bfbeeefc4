/** HR answers what a candidate asked: the time is given, or in words that the candidate reads on the invitation page. */
import { conflict } from '../../../errors.js'
import type { Clock } from '../../../ports/clock.js'
import type { Notifications } from '../../notifications/index.js'
import type { Timeline } from '../../timeline/index.js'
import { extendInvitation, type ExtendDeps, type Extended } from '../extend-invitation.js'
import type { LinkTokens } from '../invitation-store.js'
import type { Invitation } from '../invitation.js'
import type { CandidateRequest } from './candidate-request.js'
import type { RequestStore } from './request-store.js'

export interface AnswerDeps {
  candidateRequests: Pick<RequestStore, 'settle'>
  notifications: Pick<Notifications, 'enqueue'>
  tokens: Pick<LinkTokens, 'tokenOf'>
  timeline: Timeline
  clock: Clock
}

interface Answering {
  request: CandidateRequest
  invitation: Invitation
  /** Member's id. */
  by: string
}

/**
 * The time is given first: who dies before it is noted finds the request waiting, and the same again gives it once.
 * @throws AppError request-answered: by somebody else meanwhile.
 */
export async function grantRequest(
  deps: AnswerDeps & ExtendDeps,
  { request, invitation, by }: Answering,
): Promise<Extended> {
  if (request.status !== 'waiting') throw conflict('request-answered')
  const key = `candidate-request:${request.id}`
  const extended = await extendInvitation(deps, { invitation, by, key, hours: request.hours ?? 0 })
  if (extended.kind === 'not-open') return extended
  await settle(deps, request, { status: 'granted', by })
  return extended
}

/**
 * It waits until the message is queued: who dies before that finds it waiting and answers again, and nobody is told twice.
 * @throws AppError request-answered: by somebody else before.
 */
export async function answerInWords(
  deps: AnswerDeps,
  { request, invitation, by, text }: Answering & { text: string },
): Promise<void> {
  if (request.status !== 'waiting') throw conflict('request-answered')
  const { orgId, candidateId, applicationId, id } = request
  await deps.notifications.enqueue({
    orgId,
    candidateId,
    applicationId,
    template: 'result',
    variables: {
      state: 'request-answered',
      expectedBy: deps.clock.now(),
      applicationId,
      token: deps.tokens.tokenOf(invitation),
    },
    dedupeKey: `request-answered:${id}`,
    about: { kind: 'invitation', id: invitation.id },
  })
  await settle(deps, request, { status: 'answered', by, text })
}

async function settle(
  { candidateRequests, timeline, clock }: AnswerDeps,
  request: CandidateRequest,
  answer: { status: 'granted' | 'answered'; by: string; text?: string },
): Promise<void> {
  const at = clock.now()
  if (!(await candidateRequests.settle(request, { ...answer, at }))) throw conflict('request-answered')
  const { orgId, candidateId, applicationId, invitationId, id } = request
  const note = { kind: 'time-asked-answered', key: `request-answered:${id}`, by: answer.by } as const
  await timeline.append({ orgId, candidateId, applicationId, invitationId, at, ...note })
}
