import type { Clock } from '../../ports/clock.js'
import type { Delivery, Notifications } from '../notifications/index.js'
import type { Invitation } from './invitation.js'
import { invitationMessage, type MessageDeps } from './invitation-message.js'
import type { ClaimedInvitation, InvitationChange, InvitationStore } from './invitation-store.js'
import { workThrough } from '../../jobs/work-through.js'

export interface DeliverDeps extends MessageDeps {
  invitations: Pick<InvitationStore, 'claimQueued' | 'settle'>
  notifications: Pick<Notifications, 'deliver' | 'tellGroup'>
  clock: Clock
}

/**
 * Sends what is queued, one claim at a time. The process may die between any two lines: the lease runs out, another
 * process claims the same invitation, and the dedupe key makes the second delivery the first one.
 */
export async function deliverInvitations(deps: DeliverDeps): Promise<void> {
  await workThrough({
    claim: () => deps.invitations.claimQueued(deps.clock.now()),
    async work(invitation) {
      const delivery = await deliver(deps, invitation)
      if (delivery.kind === 'sent' || delivery.kind === 'unconfirmed') await tellGroup(deps, invitation, 'invited')
      await deps.invitations.settle(invitation, changeAfter(delivery, invitation))
    },
    giveUp: (invitation) => giveUp(deps, invitation),
  })
}

async function giveUp(deps: DeliverDeps, invitation: ClaimedInvitation): Promise<void> {
  await tellGroup(deps, invitation, 'flow-stuck')
  await deps.invitations.settle(invitation, waitsForStaff(invitation))
}

/** HR was told and hands over the link or sends it again; nothing tries by itself any more. */
const waitsForStaff = ({ closesAt }: Invitation): InvitationChange => ({ status: 'queued', notBefore: closesAt })

async function deliver(deps: DeliverDeps, invitation: Invitation): Promise<Delivery> {
  return deps.notifications.deliver({
    ...(await invitationMessage(deps, invitation)),
    quiet: 'exempt',
    actedAt: invitation.queuedAt,
  })
}

async function tellGroup(
  { notifications, clock }: DeliverDeps,
  { orgId, candidateId, id, linkVersion }: Invitation,
  kind: 'invited' | 'flow-stuck',
): Promise<void> {
  await notifications.tellGroup({
    orgId,
    candidateId,
    key: `${kind}:${id}:${linkVersion}`,
    kind,
    about: { kind: 'invitation', id },
    at: clock.now(),
  })
}

function changeAfter(delivery: Delivery, invitation: Invitation): InvitationChange {
  switch (delivery.kind) {
    case 'sent':
      return { status: 'sent', sentAt: delivery.at, sentVia: delivery.channel }
    case 'unconfirmed':
      return { status: 'unconfirmed', sentVia: delivery.channel }
    case 'later':
      return { status: 'queued', notBefore: delivery.at }
    case 'unreachable':
    case 'dropped':
      return waitsForStaff(invitation)
  }
}
