/** Asking for deletion, and the receipt afterwards: by its number, or for whoever applied with this WeChat. */
import Router from '@koa/router'
import { ById } from '../../../shared/contracts/ids.js'
import {
  ReadReceipt,
  type DeletionForCandidate,
  type DeletionsForCandidate,
} from '../../../shared/contracts/retention.js'
import { locked, notFound } from '../../errors.js'
import { networkOf } from '../../http/client-address.js'
import { candidateOf, signedIn } from '../../http/session.js'
import { validBody, validParams } from '../../http/validate.js'
import { takeAll, type Quota, type Quotas } from '../../mongo/quota-store.js'
import { askDeletion, readAsked, takeDeletionBack, type AskDeletionDeps } from './ask-deletion.js'
import type { Deletion } from './deletion.js'
import type { DeletionStore } from './deletion-store.js'

export interface ReceiptRouteDeps {
  deletions: Pick<DeletionStore, 'listFor' | 'findByNumber'>
  quotas: Quotas
}

const mostShown = 20
const anHour = 3_600
/** Who mistypes tries again; who guesses at 60 bits gets nowhere. */
const limits = {
  ofWechat: { name: 'receipt-wechat', count: 20, perSeconds: anHour },
  ofNetwork: { name: 'receipt-network', count: 200, perSeconds: anHour },
} satisfies Record<string, Quota>

export function receiptRoutes({ deletions, quotas }: ReceiptRouteDeps): Router {
  const router = new Router({ prefix: '/api/candidate/deletions' })
  router.use(signedIn('candidate'))

  router.get('/', async (ctx) => {
    const { orgId, openid } = candidateOf(ctx)
    const found = await deletions.listFor(orgId, openid, mostShown)
    ctx.body = { deletions: found.map(receiptFor) } satisfies DeletionsForCandidate
  })

  router.post('/receipt', async (ctx) => {
    const { orgId, openid } = candidateOf(ctx)
    const { number } = validBody(ctx, ReadReceipt)
    const taken = await takeAll(quotas, [
      [limits.ofWechat, `${orgId}:${openid}`],
      [limits.ofNetwork, `${orgId}:${networkOf(ctx.ip)}`],
    ])
    if (taken.kind === 'over') throw locked('claim-locked', { retryAfterSeconds: taken.againAfterSeconds })
    const deletion = await deletions.findByNumber(orgId, number)
    if (!deletion) throw notFound('receipt')
    ctx.body = receiptFor(deletion)
  })

  return router
}

/** Nothing in it is about a person, and nothing says who of the staff it was. */
const receiptFor = ({ id, number, why, at, doneAt, applicationIds, rows }: Deletion): DeletionForCandidate => ({
  id,
  why,
  at: at.toISOString(),
  applications: applicationIds.length,
  rows,
  ...(number !== undefined && { number }),
  ...(doneAt && { doneAt: doneAt.toISOString() }),
})

export function askingRoutes(deps: AskDeletionDeps): Router {
  const router = new Router({ prefix: '/api/candidate/applications/:id/deletion' })
  router.use(signedIn('candidate'))

  router.get('/', async (ctx) => {
    ctx.body = await readAsked(deps, { ...candidateOf(ctx), applicationId: validParams(ctx, ById).id })
  })

  router.post('/', async (ctx) => {
    ctx.body = await askDeletion(deps, { ...candidateOf(ctx), applicationId: validParams(ctx, ById).id })
  })

  router.delete('/', async (ctx) => {
    ctx.body = await takeDeletionBack(deps, { ...candidateOf(ctx), applicationId: validParams(ctx, ById).id })
  })

  return router
}
