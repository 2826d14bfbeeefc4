/** An invitation that lapsed, or opened again, moves its application. */
import { workThrough } from '../../jobs/work-through.js'
import type { Clock } from '../../ports/clock.js'
import type { ClaimedNews, InvitationNews, InvitationStore } from '../invitations/index.js'
import type { Notifications } from '../notifications/index.js'
import type { FlowEvent } from './states/application-states.js'
import { moveApplication, type MoveApplicationDeps } from './states/move-application.js'

export interface FollowInvitationsDeps extends MoveApplicationDeps {
  invitations: Pick<InvitationStore, 'claimNews' | 'settleNews'>
  notifications: Pick<Notifications, 'tellGroup'>
  clock: Clock
}

const eventOf: Record<InvitationNews, FlowEvent> = { lapsed: 'lapse', reopened: 'reopen' }

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
  const { orgId, applicationId, candidateId, positionId } = invitation
  await moveApplication(deps, { orgId, applicationId, candidateId, positionId, event: eventOf[news], at })
}

async function giveUp({ notifications, clock }: FollowInvitationsDeps, { invitation }: ClaimedNews): Promise<void> {
  const { orgId, candidateId, id } = invitation
  const event = { key: `flow-stuck:invitation:${id}`, kind: 'flow-stuck', about: { kind: 'invitation', id } } as const
  await notifications.tellGroup({ orgId, candidateId, ...event, at: clock.now() })
}
