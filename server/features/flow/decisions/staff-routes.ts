/** Who waits, and deciding. */
import type Router from '@koa/router'
import type { Context } from 'koa'
import { ById } from '../../../../shared/contracts/ids.js'
import { RoundSlot } from '../../../../shared/contracts/round-slot.js'
import {
  DecideMany,
  DecideRequest,
  TakeBackRequest,
  WaitingQuery,
} from '../../../../shared/contracts/staff-decisions.js'
import { notFound } from '../../../errors.js'
import { staffRouter, type StaffCall } from '../../../http/staff-router.js'
import { validBody, validParams, validQuery } from '../../../http/validate.js'
import type { AuditTrail } from '../../../ports/audit-trail.js'
import { rolesOn } from '../../../ports/staff.js'
import { arrangeRound, type ArrangeDeps } from './arrange-round.js'
import { decide, refuseOthers } from './decide.js'
import { decideMany, type DecideManyDeps } from './decide-many.js'
import type { Decision } from './decision.js'
import type { DecisionStore } from './decision-store.js'
import { flowPolicy } from '../policy.js'
import { previewArrangement, previewDecision, type PreviewDeps } from './preview-decision.js'
import { takeBack, type TakeBackDeps } from './take-back.js'
import { toReviewBy } from './unrated.js'
import { countWaitingFor, listWaitingFor, type WaitingDeps } from './waiting-for-staff.js'

export type DecisionRouteDeps = WaitingDeps &
  DecideManyDeps &
  PreviewDeps &
  ArrangeDeps &
  TakeBackDeps & {
    audit: AuditTrail
    decisions: WaitingDeps['decisions'] &
      DecideManyDeps['decisions'] &
      ArrangeDeps['decisions'] &
      TakeBackDeps['decisions'] &
      Pick<DecisionStore, 'findById'>
  }

const about = (kind: string) => (ctx: Context) => ({ kind, id: validParams(ctx, ById).id })

export function decisionRoutes(deps: DecisionRouteDeps): Router {
  const { router, get, post } = staffRouter('/api/staff', deps)

  get('/waiting', { action: 'decision.list', may: flowPolicy.seeWaiting }, async (ctx, { caller }) => {
    const body = await listWaitingFor(deps, caller, validQuery(ctx, WaitingQuery))
    const ids = body.waiting.map(({ applicationId }) => applicationId)
    return { body, count: ids.length, ids }
  })

  get('/waiting/count', { action: 'decision.count', may: flowPolicy.seeWaiting }, async (_ctx, { caller }) => {
    const total = await countWaitingFor(deps, caller)
    return { body: { total }, count: total }
  })

  post('/decisions/bulk', { action: 'decision.bulk', may: flowPolicy.decideScreening }, async (ctx, { caller }) => {
    const body = await decideMany(deps, caller, validBody(ctx, DecideMany))
    return { body, count: body.decided.length }
  })

  post(
    '/decisions/:id/preview',
    { action: 'decision.preview', may: flowPolicy.decide, subject: about('decision') },
    async (ctx, call) => {
      const decision = await decisionForDecider(deps, ctx, call)
      const [toReview, mayRead] = await Promise.all([
        toReviewBy(deps, decision, call.caller),
        deps.sharing.mayRead(call.caller, decision),
      ])
      return { body: await previewDecision(deps, decision, { ...validBody(ctx, DecideRequest), toReview, mayRead }) }
    },
  )

  post(
    '/decisions/:id/slot/preview',
    { action: 'decision.preview', may: flowPolicy.decide, subject: about('decision') },
    async (ctx, call) => {
      const decision = await decisionForDecider(deps, ctx, call)
      return { body: await previewArrangement(deps, decision, validBody(ctx, RoundSlot)) }
    },
  )

  post(
    '/decisions/:id/slot',
    { action: 'decision.arrange', may: flowPolicy.decide, subject: about('decision') },
    async (ctx, call) => {
      const decision = await decisionOf(deps, ctx, call)
      await arrangeRound(deps, {
        decision,
        by: call.caller.memberId,
        roles: rolesOn(call.caller, decision.positionId),
        slot: validBody(ctx, RoundSlot),
      })
      return { body: {} }
    },
  )

  post(
    '/decisions/:id/take-back',
    { action: 'decision.take-back', may: flowPolicy.decide, subject: about('decision') },
    async (ctx, call) => {
      const decision = await decisionOf(deps, ctx, call)
      const { memberId } = call.caller
      const { reason } = validBody(ctx, TakeBackRequest)
      await takeBack(deps, { decision, by: memberId, roles: rolesOn(call.caller, decision.positionId), reason })
      return { body: {} }
    },
  )

  post(
    '/decisions/:id',
    { action: 'decision.decide', may: flowPolicy.decide, subject: about('decision') },
    async (ctx, call) => {
      const decision = await decisionOf(deps, ctx, call)
      await decide(deps, {
        decision,
        by: call.caller.memberId,
        roles: rolesOn(call.caller, decision.positionId),
        ...validBody(ctx, DecideRequest),
      })
      return { body: {} }
    },
  )

  return router
}

async function decisionOf({ decisions }: DecisionRouteDeps, ctx: Context, call: StaffCall): Promise<Decision> {
  const decision = await decisions.findById(call.caller.orgId, validParams(ctx, ById).id)
  if (!decision) throw notFound('decision')
  call.within(decision.positionId)
  return decision
}

/** A preview shows the letter: only to whom the round names. */
async function decisionForDecider(deps: DecisionRouteDeps, ctx: Context, call: StaffCall): Promise<Decision> {
  const decision = await decisionOf(deps, ctx, call)
  const position = await deps.positionOf(decision.orgId, decision.positionId)
  if (!position) throw notFound('position')
  refuseOthers(position, { stage: decision.stage, roles: rolesOn(call.caller, decision.positionId) })
  return decision
}
