import Router from '@koa/router'
import type { PositionsForCandidate } from '../../../shared/contracts/positions.js'
import { candidateOf, signedIn } from '../../http/session.js'
import { presentPositionForCandidate } from './present-position.js'
import type { AnswerModesOf } from './offered-ways.js'
import type { PositionStore } from './position-store.js'

interface Deps {
  positions: Pick<PositionStore, 'findAll'>
  answerModesOf: AnswerModesOf
}

export function positionRoutes({ positions, answerModesOf }: Deps): Router {
  const router = new Router({ prefix: '/api/candidate/positions' })
  router.use(signedIn('candidate'))

  router.get('/', async (ctx) => {
    const { orgId } = candidateOf(ctx)
    const found = await positions.findAll(orgId)
    const shown = found.map(async (one) => presentPositionForCandidate(one, await answerModesOf(orgId, one)))
    ctx.body = { positions: await Promise.all(shown) } satisfies PositionsForCandidate
  })

  return router
}
