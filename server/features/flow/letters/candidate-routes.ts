/** The letter of a declined candidate. */
import Router from '@koa/router'
import { AskAgain } from '../../../../shared/contracts/appeals.js'
import { ById } from '../../../../shared/contracts/ids.js'
import { candidateOf, signedIn } from '../../../http/session.js'
import { validBody, validParams } from '../../../http/validate.js'
import { askAgain, type AskAgainDeps } from './ask-again.js'
import { readLetter } from './read-letter.js'

export function letterRoutes(deps: AskAgainDeps): Router {
  const router = new Router({ prefix: '/api/candidate/applications' })

  router.get('/:id/letter', signedIn('candidate'), async (ctx) => {
    ctx.body = await readLetter(deps, candidateOf(ctx), validParams(ctx, ById).id)
  })

  router.post('/:id/appeal', signedIn('candidate'), async (ctx) => {
    ctx.body = await askAgain(deps, candidateOf(ctx), validParams(ctx, ById).id, validBody(ctx, AskAgain).words)
  })

  return router
}
