/** Deleting a person's data, holding it back, and what was deleted. */
import type Router from '@koa/router'
import type { Context } from 'koa'
import { ById } from '../../../shared/contracts/ids.js'
import {
  DeletePerson,
  LegalHold,
  type DeletionReceipt,
  type DeletionState,
} from '../../../shared/contracts/retention.js'
import { notFound } from '../../errors.js'
import { staffRouter } from '../../http/staff-router.js'
import { validBody, validParams } from '../../http/validate.js'
import type { AuditTrail } from '../../ports/audit-trail.js'
import type { ApplicationStore } from '../talent/index.js'
import { daysToCarryOut, type Deletion } from './deletion.js'
import type { DeletionRequestStore } from './deletion-request-store.js'
import type { DeletionStore } from './deletion-store.js'
import type { LegalHoldStore } from './legal-hold-store.js'
import { listAsked, type ListAskedDeps } from './list-asked.js'
import { daysAfter } from './personal-data-store.js'
import { retentionPolicy } from './policy.js'
import { refusalOf, requestDeletion, type RequestDeletionDeps } from './request-deletion.js'

export interface RetentionRouteDeps extends RequestDeletionDeps, ListAskedDeps {
  audit: AuditTrail
  applications: ListAskedDeps['applications'] & Pick<ApplicationStore, 'findById'>
  deletions: RequestDeletionDeps['deletions'] & Pick<DeletionStore, 'findByApplication' | 'list'>
  legalHolds: RequestDeletionDeps['legalHolds'] & Pick<LegalHoldStore, 'hold' | 'release' | 'find'>
  deletionRequests: ListAskedDeps['deletionRequests'] & Pick<DeletionRequestStore, 'find'>
  staffNames: (orgId: string) => Promise<ReadonlyMap<string, string>>
}

const mostListed = 500
const aboutApplication = (ctx: Context) => ({ kind: 'application', id: validParams(ctx, ById).id })

export function retentionRoutes(deps: RetentionRouteDeps): Router {
  const { router, get, post, put, delete: remove } = staffRouter('/api/staff', deps)
  const about = (action: string, may: (typeof retentionPolicy)[keyof typeof retentionPolicy]) => ({
    action,
    may,
    subject: aboutApplication,
  })
  const personIn = async (ctx: Context, orgId: string): Promise<string> => {
    const application = await deps.applications.findById(orgId, validParams(ctx, ById).id)
    if (!application) throw notFound('application')
    return application.candidateId
  }

  get('/deletions/asked', { action: 'deletion.asked', may: retentionPolicy.delete }, async (_ctx, { caller }) => {
    const body = await listAsked(deps, caller.orgId)
    const ids = body.asked.map(({ applicationId }) => applicationId)
    return { body, count: ids.length, ids }
  })

  get('/deletions', { action: 'deletion.list', may: retentionPolicy.list }, async (_ctx, { caller }) => {
    const found = await deps.deletions.list(caller.orgId, mostListed)
    const names = await deps.staffNames(caller.orgId)
    return {
      body: { deletions: found.map((one) => receiptOf(one, names)) },
      count: found.length,
      ids: found.map(({ id }) => id),
    }
  })

  get('/applications/:id/deletion', about('deletion.read', retentionPolicy.delete), async (ctx, { caller }) => ({
    body: await stateOf(deps, caller.orgId, validParams(ctx, ById).id),
  }))

  post('/applications/:id/deletion', about('person.delete', retentionPolicy.delete), async (ctx, { caller }) => {
    const { orgId, memberId: by } = caller
    const { reason } = validBody(ctx, DeletePerson)
    const before = await deps.deletions.findByApplication(orgId, validParams(ctx, ById).id)
    const deletion =
      before ??
      (await requestDeletion(deps, { orgId, candidateId: await personIn(ctx, orgId), why: 'request', reason, by }))
    return { body: receiptOf(deletion, await deps.staffNames(orgId)) }
  })

  put('/applications/:id/legal-hold', about('person.hold', retentionPolicy.hold), async (ctx, { caller }) => {
    const { reason } = validBody(ctx, LegalHold)
    const { orgId, memberId: by } = caller
    await deps.legalHolds.hold(orgId, await personIn(ctx, orgId), { by, at: deps.clock.now(), reason })
    return { body: {} }
  })

  remove('/applications/:id/legal-hold', about('person.release', retentionPolicy.hold), async (ctx, { caller }) => {
    await deps.legalHolds.release(caller.orgId, await personIn(ctx, caller.orgId))
    return { body: {} }
  })

  return router
}

async function stateOf(deps: RetentionRouteDeps, orgId: string, applicationId: string): Promise<DeletionState> {
  const names = await deps.staffNames(orgId)
  const deleted = await deps.deletions.findByApplication(orgId, applicationId)
  if (deleted) return { deleted: receiptOf(deleted, names) }
  const application = await deps.applications.findById(orgId, applicationId)
  if (!application) throw notFound('application')
  const { candidateId } = application
  const [refused, hold, asked] = await Promise.all([
    refusalOf(deps, { orgId, candidateId, applicationIds: [applicationId] }),
    deps.legalHolds.find(orgId, candidateId),
    deps.deletionRequests.find(orgId, candidateId),
  ])
  return {
    ...(refused && { refused }),
    ...(asked && { asked: { at: asked.at.toISOString(), until: daysAfter(asked.at, daysToCarryOut).toISOString() } }),
    ...(hold && { hold: { by: names.get(hold.by) ?? hold.by, at: hold.at.toISOString(), reason: hold.reason } }),
  }
}

function receiptOf(deletion: Deletion, names: ReadonlyMap<string, string>): DeletionReceipt {
  const { id, why, reason, by, at, status, applicationIds, rows, number, told } = deletion
  return {
    id,
    why,
    at: at.toISOString(),
    done: status === 'done',
    applicationIds,
    rows,
    ...(reason && { reason }),
    ...(number !== undefined && { number }),
    ...(told && { told }),
    ...(by !== undefined && { by: names.get(by) ?? by }),
  }
}
