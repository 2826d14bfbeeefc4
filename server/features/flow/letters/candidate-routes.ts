/** The letter of a declined candidate. */
import Router from '@koa/router'
import { ById } from '../../../../shared/contracts/ids.js'
import { candidateOf, signedIn } from '../../../http/session.js'
import { validParams } from '../../../http/validate.js'
import { readLetter, type LetterDeps } from './read-letter.js'

export function letterRoutes(deps: LetterDeps): Router {
  const router = new Router({ prefix: '/api/candidate/applications' })

  router.get('/:id/letter', signedIn('candidate'), async (ctx) => {
    ctx.body = await readLetter(deps, candidateOf(ctx), validParams(ctx, ById).id)
  })

  return router
}
