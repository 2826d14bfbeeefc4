/**
 * More time to begin: inside what the organisation leaves to candidates it is given at once; anything further, or after the window
 * closed, is a request that HR answers. One request waits at a time.
 */
import type { Clock } from '../../../ports/clock.js'
import { conflict } from '../../../errors.js'
import type { Organisation } from '../../accounts/index.js'
import type { Notifications } from '../../notifications/index.js'
import type { Timeline } from '../../timeline/index.js'
import { later } from '../extend-invitation.js'
import type { Invitation } from '../invitation.js'
import type { InvitationStore } from '../invitation-store.js'
import { hoursByThemselves, mayAskTime } from './candidate-request.js'
import type { RequestStore } from './request-store.js'

export interface AskTimeDeps {
  invitations: Pick<InvitationStore, 'takeTime'>
  candidateRequests: Pick<RequestStore, 'insertOnce'>
  notifications: Pick<Notifications, 'tellGroup'>
  organisationOf: (orgId: string) => Promise<Pick<Organisation, 'defaults'>>
  interviewIdOf: (orgId: string, invitationId: string) => Promise<string | undefined>
  timeline: Timeline
  clock: Clock
}

interface AskTime {
  invitation: Invitation
  key: string
  hours: number
  words?: string
}

/** @throws AppError invitation-over: the interview was begun, or it is over otherwise. */
export async function askMoreTime(deps: AskTimeDeps, ask: AskTime): Promise<void> {
  const { invitation, key, hours } = ask
  const { orgId, id } = invitation
  const begun = (await deps.interviewIdOf(orgId, id)) !== undefined
  if (!mayAskTime(invitation, begun)) throw conflict('invitation-over', { kind: invitation.status })

  const { defaults } = await deps.organisationOf(orgId)
  const now = deps.clock.now()
  const within = hours <= hoursByThemselves(invitation, defaults, now)
  const act = { key: `candidate:${key}`, closesAt: later(invitation, now, hours), at: now, within }
  const taken = await deps.invitations.takeTime(invitation, act)
  return taken ? noteTaken(deps, ask, now) : request(deps, ask, now)
}

async function noteTaken({ timeline }: AskTimeDeps, { invitation, key: asked }: AskTime, at: Date): Promise<void> {
  const { orgId, candidateId, applicationId, id: invitationId } = invitation
  const key = `time-taken:${invitationId}:${asked}`
  await timeline.append({ orgId, candidateId, applicationId, invitationId, at, kind: 'time-taken', key })
}

async function request(deps: AskTimeDeps, { invitation, key, hours, words }: AskTime, at: Date): Promise<void> {
  const { orgId, candidateId, applicationId, positionId, id: invitationId } = invitation
  const ref = { orgId, candidateId, applicationId }
  const { id } = await deps.candidateRequests.insertOnce(
    { ...ref, positionId, invitationId, key, kind: 'more-time', status: 'waiting', askedAt: at, hours },
    words,
  )
  await deps.timeline.append({ ...ref, invitationId, at, kind: 'time-asked', key: `time-asked:${id}` })
  const event = { key: `candidate-asked:${id}`, kind: 'candidate-asked' } as const
  await deps.notifications.tellGroup({ ...ref, ...event, about: { kind: 'invitation', id: invitationId }, at })
}
