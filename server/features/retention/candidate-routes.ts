/** The receipt: whoever applied with this WeChat reads that their data was deleted, when and why. */
import Router from '@koa/router'
import type { DeletionsForCandidate } from '../../../shared/contracts/retention.js'
import { candidateOf, signedIn } from '../../http/session.js'
import type { DeletionStore } from './deletion-store.js'

export interface ReceiptRouteDeps {
  deletions: Pick<DeletionStore, 'listFor'>
}

const mostShown = 20

export function receiptRoutes({ deletions }: ReceiptRouteDeps): Router {
  const router = new Router({ prefix: '/api/candidate/deletions' })
  router.use(signedIn('candidate'))

  router.get('/', async (ctx) => {
    const { orgId, openid } = candidateOf(ctx)
    const found = await deletions.listFor(orgId, openid, mostShown)
    ctx.body = {
      deletions: found.map(({ id, why, at, applicationIds }) => ({
        id,
        why,
        at: at.toISOString(),
        applications: applicationIds.length,
      })),
    } satisfies DeletionsForCandidate
  })

  return router
}
