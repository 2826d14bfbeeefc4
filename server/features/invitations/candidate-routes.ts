/** The candidate's side. The token comes in the body: URLs are logged by everything on the way. */
import Router from '@koa/router'
import {
  ChangeConsent,
  GiveConsent,
  type ConsentForCandidate,
  type PrivacyNotice,
} from '../../../shared/contracts/consent.js'
import { isRecorded } from '../../../shared/contracts/answer-modes.js'
import { ById } from '../../../shared/contracts/ids.js'
import { OpenInvitation, VerifyPhone } from '../../../shared/contracts/invitations.js'
import { notFound } from '../../errors.js'
import { rateLimited } from '../../http/rate-limit.js'
import { candidateOf, signedIn, type CandidateCaller } from '../../http/session.js'
import { validBody, validParams } from '../../http/validate.js'
import { measuresVoices } from '../accounts/index.js'
import { giveConsent, isGranted, noticeFor, presentConsent } from '../consent/index.js'
import { acceptInvitation, type AcceptDeps } from './accept-invitation.js'
import type { Invitation } from './invitation.js'
import type { InvitationStore } from './invitation-store.js'
import { lookAtInvitation, type LookDeps } from './look-at-invitation.js'
import { openInvitation } from './open-invitation.js'
import { verifyPhone, type VerifyDeps } from './verify-phone.js'

export type InvitationRouteDeps = LookDeps &
  VerifyDeps &
  AcceptDeps & {
    invitations: Pick<InvitationStore, 'findById' | 'findByToken' | 'markOpened' | 'takeTry' | 'markVerified' | 'bind'>
    applications: LookDeps['applications'] & AcceptDeps['applications']
    consents: LookDeps['consents'] & AcceptDeps['consents']
    notice: PrivacyNotice
  }

const looksAMinute = 60 // a person taps; a guesser of 128-bit tokens would need far more

export function invitationRoutes(deps: InvitationRouteDeps): Router {
  const router = new Router({ prefix: '/api/candidate/invitations' })
  router.use(
    signedIn('candidate'),
    rateLimited({ points: looksAMinute, perSeconds: 60, keyOf: (ctx) => candidateOf(ctx).openid }),
  )

  router.post('/open', async (ctx) => {
    const { token } = validBody(ctx, OpenInvitation)
    ctx.body = await lookAtInvitation(deps, { ...candidateOf(ctx), token })
  })

  router.post('/verify-phone', async (ctx) => {
    const { token, tail } = validBody(ctx, VerifyPhone)
    const caller = candidateOf(ctx)
    const invitation = await openOne(deps, caller, token)

    await verifyPhone(deps, { invitation, openid: caller.openid, tail })
    ctx.body = await lookAtInvitation(deps, { ...caller, token })
  })

  router.post('/notice', async (ctx) => {
    const { token } = validBody(ctx, OpenInvitation)
    ctx.body = await consentView(deps, await openOne(deps, candidateOf(ctx), token))
  })

  router.post('/consent', async (ctx) => {
    const { token, noticeVersion, choices } = validBody(ctx, GiveConsent)
    const caller = candidateOf(ctx)
    const invitation = await openOne(deps, caller, token)

    await acceptInvitation(deps, {
      invitation,
      openid: caller.openid,
      notice: await noticeOf(deps, invitation),
      noticeVersion,
      choices,
    })
    ctx.body = await lookAtInvitation(deps, { ...caller, token })
  })

  return router
}

/** 我的数据: choices of an invitation that is mine, at any time, also after the interview. */
export function consentRoutes(deps: InvitationRouteDeps): Router {
  const router = new Router({ prefix: '/api/candidate/consents' })
  router.use(signedIn('candidate'))

  router.get('/:id', async (ctx) => {
    ctx.body = await consentView(deps, await mine(deps, candidateOf(ctx), validParams(ctx, ById).id))
  })

  router.put('/:id', async (ctx) => {
    const change = validBody(ctx, ChangeConsent)
    const invitation = await mine(deps, candidateOf(ctx), validParams(ctx, ById).id)
    const { orgId, candidateId, id: invitationId } = invitation

    await giveConsent(deps, {
      orgId,
      candidateId,
      invitationId,
      notice: await noticeOf(deps, invitation),
      ...change,
    })
    ctx.body = await consentView(deps, invitation)
  })

  return router
}

async function openOne(deps: InvitationRouteDeps, caller: CandidateCaller, token: string): Promise<Invitation> {
  const { invitation, opening } = await openInvitation(deps, { ...caller, token })
  if (opening.kind !== 'open') throw notFound('invitation')
  return invitation
}

async function mine(deps: InvitationRouteDeps, { orgId, openid }: CandidateCaller, id: string): Promise<Invitation> {
  const invitation = await deps.invitations.findById(orgId, id)
  if (invitation?.boundOpenid !== openid) throw notFound('invitation')
  return invitation
}

async function consentView(deps: InvitationRouteDeps, invitation: Invitation): Promise<ConsentForCandidate> {
  const consent = await deps.consents.currentOf(invitation.orgId, invitation.id)
  return presentConsent(invitation.id, await noticeOf(deps, invitation), consent)
}

async function noticeOf(deps: InvitationRouteDeps, { orgId, positionId, id }: Invitation): Promise<PrivacyNotice> {
  const position = await deps.positionOf(orgId, positionId)
  const modes = position ? await deps.answerModesOf(orgId, position) : []
  const offersMeasures = modes.includes('voice') && measuresVoices(await deps.organisationOf(orgId))
  // Who agreed can take it back, also where nobody is asked any more.
  const mayMeasure = offersMeasures || isGranted(await deps.consents.currentOf(orgId, id), 'tone-analysis')
  return noticeFor(deps.notice, 'interview', { mayRecord: modes.some(isRecorded), mayMeasure })
}
