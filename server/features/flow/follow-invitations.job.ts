/** An invitation that lapsed, was declined, or opened again, moves its application; what the candidate did themselves the group hears. */
import { workThrough } from '../../jobs/work-through.js'
import type { Clock } from '../../ports/clock.js'
import type { ClaimedNews, InvitationNews, InvitationStore } from '../invitations/index.js'
import type { GroupEventKind, Notifications } from '../notifications/index.js'
import type { FlowEvent } from './states/application-states.js'
import { moveApplication, type MoveApplicationDeps } from './states/move-application.js'

export interface FollowInvitationsDeps extends MoveApplicationDeps {
  invitations: Pick<InvitationStore, 'claimNews' | 'settleNews'>
  notifications: Pick<Notifications, 'tellGroup'>
  clock: Clock
}

const eventOf: Record<InvitationNews, FlowEvent> = {
  lapsed: 'lapse',
  reopened: 'reopen',
  declined: 'withdraw',
  returned: 'return',
}
const toldOf: Partial<Record<InvitationNews, GroupEventKind>> = {
  declined: 'candidate-withdrew',
  returned: 'candidate-returned',
}

export async function followInvitations(deps: FollowInvitationsDeps): Promise<void> {
  await workThrough({
    claim: () => deps.invitations.claimNews(deps.clock.now()),
    async work(claimed) {
      await follow(deps, claimed)
      await deps.invitations.settleNews(claimed)
    },
    async giveUp(claimed) {
      await giveUp(deps, claimed)
      await deps.invitations.settleNews(claimed)
    },
  })
}

async function follow(deps: FollowInvitationsDeps, { invitation, news, at }: ClaimedNews): Promise<void> {
  const { orgId, applicationId, candidateId, positionId, id } = invitation
  await moveApplication(deps, { orgId, applicationId, candidateId, positionId, event: eventOf[news], at })
  const kind = toldOf[news]
  if (!kind) return
  const event = { key: `${kind}:${id}:${at.getTime()}`, kind, about: { kind: 'invitation', id } } as const
  await deps.notifications.tellGroup({ orgId, candidateId, applicationId, ...event, at })
}

async function giveUp({ notifications, clock }: FollowInvitationsDeps, { invitation }: ClaimedNews): Promise<void> {
  const { orgId, candidateId, id } = invitation
  const event = { key: `flow-stuck:invitation:${id}`, kind: 'flow-stuck', about: { kind: 'invitation', id } } as const
  await notifications.tellGroup({ orgId, candidateId, ...event, at: clock.now() })
}
