/** What a candidate changes about the invitation: not to take part, to take part after all, more time. The token comes in the body. */
import Router from '@koa/router'
import { AskMoreTime, DeclineInvitation } from '../../../../shared/contracts/candidate-requests.js'
import { OpenInvitation } from '../../../../shared/contracts/invitations.js'
import { notFound } from '../../../errors.js'
import { rateLimited } from '../../../http/rate-limit.js'
import { candidateOf, signedIn, type CandidateCaller } from '../../../http/session.js'
import { validBody } from '../../../http/validate.js'
import type { Invitation } from '../invitation.js'
import { lookAtInvitation, type LookDeps } from '../look-at-invitation.js'
import { isTheirs, openInvitation } from '../open-invitation.js'
import { askMoreTime, type AskTimeDeps } from './ask-more-time.js'
import { declineInvitation, returnToInvitation, type DeclineDeps } from './decline-invitation.js'

export type CandidateRequestDeps = LookDeps & DeclineDeps & AskTimeDeps & Pick<LookDeps, 'invitations'>

const asksAMinute = 20 // a person taps; each may tell the group

export function candidateRequestRoutes(deps: CandidateRequestDeps): Router {
  const router = new Router({ prefix: '/api/candidate/invitations' })
  router.use(
    signedIn('candidate'),
    rateLimited({ points: asksAMinute, perSeconds: 60, keyOf: (ctx) => candidateOf(ctx).openid }),
  )

  router.post('/decline', async (ctx) => {
    const { token, ...why } = validBody(ctx, DeclineInvitation)
    await declineInvitation(deps, { invitation: await theirs(deps, candidateOf(ctx), token), ...why })
    ctx.body = await lookAtInvitation(deps, { ...candidateOf(ctx), token })
  })

  router.post('/return', async (ctx) => {
    const { token } = validBody(ctx, OpenInvitation)
    await returnToInvitation(deps, await theirs(deps, candidateOf(ctx), token))
    ctx.body = await lookAtInvitation(deps, { ...candidateOf(ctx), token })
  })

  router.post('/more-time', async (ctx) => {
    const { token, ...ask } = validBody(ctx, AskMoreTime)
    await askMoreTime(deps, { invitation: await theirs(deps, candidateOf(ctx), token), ...ask })
    ctx.body = await lookAtInvitation(deps, { ...candidateOf(ctx), token })
  })

  return router
}

/** The link alone lets nobody decline for somebody else. */
async function theirs(deps: CandidateRequestDeps, caller: CandidateCaller, token: string): Promise<Invitation> {
  const opened = await openInvitation(deps, { ...caller, token })
  if (!isTheirs(opened, caller.openid)) throw notFound('invitation')
  return opened.invitation
}
