/** What staff do to the invitation of an application. Each act carries a key of the caller: the same again is done once. */
import type Router from '@koa/router'
import type { Context } from 'koa'
import {
  ActOnInvitation,
  ExtendInvitation,
  type InvitationExtended,
  type InvitationSentAgain,
  type InvitationUnlocked,
} from '../../../shared/contracts/invitation-acts.js'
import { ById } from '../../../shared/contracts/ids.js'
import { conflict, notFound } from '../../errors.js'
import { rateLimited } from '../../http/rate-limit.js'
import { staffRouter, type StaffCall } from '../../http/staff-router.js'
import { staffSessionOf } from '../../http/staff-session.js'
import { validBody, validParams } from '../../http/validate.js'
import type { AuditTrail } from '../../ports/audit-trail.js'
import { extendInvitation, type ExtendDeps } from './extend-invitation.js'
import type { InvitationStore } from './invitation-store.js'
import { invitationsPolicy } from './policy.js'
import { presentSentAgain } from './present-sent-again.js'
import { revokeInvitation, type RevokeDeps } from './revoke-invitation.js'
import { sendInvitationAgain, type SentAgain } from './send-invitation-again.js'
import type { NotOpen, StaffAct } from './staff-act.js'
import { unbindInvitation, type UnbindDeps } from './unbind-invitation.js'
import { unlockInvitation, type UnlockDeps } from './unlock-invitation.js'

export type InvitationStaffDeps = ExtendDeps &
  RevokeDeps &
  UnbindDeps &
  UnlockDeps & {
    audit: AuditTrail
    invitations: ExtendDeps['invitations'] &
      RevokeDeps['invitations'] &
      UnbindDeps['invitations'] &
      UnlockDeps['invitations'] &
      Pick<InvitationStore, 'latestOf'>
  }

type ActName = keyof typeof invitationsPolicy

const actsAMinute = 60 // each of them may send a message

export function invitationStaffRoutes(deps: InvitationStaffDeps): Router {
  const { router, post } = staffRouter('/api/staff/applications/:id/invitation', deps)
  router.use(rateLimited({ points: actsAMinute, perSeconds: 60, keyOf: (ctx) => staffSessionOf(ctx).caller.memberId }))

  post('/resend', about('resend'), async (ctx, call) => ({ body: await sendAgain(deps, ctx, call, 'resent') }))

  post('/remind', about('remind'), async (ctx, call) => ({ body: await sendAgain(deps, ctx, call, 'reminded') }))

  post('/extend', about('extend'), async (ctx, call) => {
    const { key, hours } = validBody(ctx, ExtendInvitation)
    const extended = await extendInvitation(deps, { ...(await actOf(deps, ctx, call, { key, as: 'extend' })), hours })
    if (extended.kind === 'not-open') throw refused(extended)
    const { closesAt, sent } = extended
    return { body: { closesAt: closesAt.toISOString(), sent: sentOrRefused(sent) } satisfies InvitationExtended }
  })

  post('/revoke', about('revoke'), async (ctx, call) => {
    const { key } = validBody(ctx, ActOnInvitation)
    const revoked = await revokeInvitation(deps, await actOf(deps, ctx, call, { key, as: 'revoke' }))
    if (revoked.kind === 'not-open') throw refused(revoked)
    return { body: {} }
  })

  post('/unlock', about('unlock'), async (ctx, call) => {
    const { key } = validBody(ctx, ActOnInvitation)
    const unlocked = await unlockInvitation(deps, await actOf(deps, ctx, call, { key, as: 'unlock' }))
    return { body: { wasLocked: unlocked === 'unlocked' } satisfies InvitationUnlocked }
  })

  post('/unbind', about('unbind'), async (ctx, call) => {
    const { key } = validBody(ctx, ActOnInvitation)
    const unbound = await unbindInvitation(deps, await actOf(deps, ctx, call, { key, as: 'unbind' }))
    if (unbound.kind === 'not-open') throw refused(unbound)
    return { body: sentOrRefused(unbound.sent) }
  })

  return router
}

const about = (act: ActName) => ({
  action: `invitation.${act}`,
  may: invitationsPolicy[act],
  subject: (ctx: Context) => ({ kind: 'application', id: validParams(ctx, ById).id }),
})

async function sendAgain(
  deps: InvitationStaffDeps,
  ctx: Context,
  call: StaffCall,
  as: 'resent' | 'reminded',
): Promise<InvitationSentAgain> {
  const { key } = validBody(ctx, ActOnInvitation)
  return sentOrRefused(await sendInvitationAgain(deps, { ...(await actOf(deps, ctx, call, { key, as })), as }))
}

/** The caller's key is kept beside the act's name: one key used for two acts is two acts. */
async function actOf(
  { invitations }: InvitationStaffDeps,
  ctx: Context,
  call: StaffCall,
  { key, as }: { key: string; as: string },
): Promise<StaffAct> {
  const { caller } = call
  const invitation = await invitations.latestOf(caller.orgId, validParams(ctx, ById).id)
  if (!invitation) throw notFound('invitation')
  call.within(invitation.positionId)
  return { invitation, key: `console:${as}:${key}`, by: caller.memberId }
}

function sentOrRefused(sent: SentAgain): InvitationSentAgain {
  if (sent.kind === 'not-open') throw refused(sent)
  return presentSentAgain(sent)
}

const refused = ({ status, closedAt }: NotOpen) =>
  conflict('invitation-not-open', { status, closedAt: closedAt.toISOString() })
