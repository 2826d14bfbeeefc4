import Router from '@koa/router'
import type { PositionsForCandidate } from '../../../shared/contracts/positions.js'
import { candidateOf, signedIn } from '../../http/session.js'
import { presentPositionForCandidate } from './present-position.js'
import type { PositionStore } from './position-store.js'

export function positionRoutes({ positions }: { positions: Pick<PositionStore, 'findAll'> }): Router {
  const router = new Router({ prefix: '/api/candidate/positions' })
  router.use(signedIn('candidate'))

  router.get('/', async (ctx) => {
    const found = await positions.findAll(candidateOf(ctx).orgId)
    ctx.body = { positions: found.map(presentPositionForCandidate) } satisfies PositionsForCandidate
  })

  return router
}
