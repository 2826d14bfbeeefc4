/** Proposals of screening, several at once: seen before they are confirmed, then each decided on its own with reviewer and reason (C3). */
import type { DecideMany, DecideManyOutcome } from '../../../../shared/contracts/staff-decisions.js'
import type { Bilingual } from '../../../../shared/contracts/text.js'
import { AppError } from '../../../errors.js'
import { auditedChange, type AuditTrail } from '../../../ports/audit-trail.js'
import { mayActOn, rolesOn, type StaffCaller } from '../../../ports/staff.js'
import type { CandidateStore } from '../../talent/index.js'
import { decide, type DecideDeps } from './decide.js'
import { screeningStage, type Decision } from './decision.js'
import type { DecisionStore } from './decision-store.js'
import { flowPolicy } from '../policy.js'
import { texts } from '../texts/index.js'

export interface DecideManyDeps extends DecideDeps {
  audit: AuditTrail
  decisions: DecideDeps['decisions'] & Pick<DecisionStore, 'findMany'>
  candidates: Pick<CandidateStore, 'findManyWithIdentity'>
}

type LeftOut = DecideManyOutcome['leftOut'][number]

export async function decideMany(
  deps: DecideManyDeps,
  caller: StaffCaller,
  request: DecideMany,
): Promise<DecideManyOutcome> {
  const found = await deps.decisions.findMany(caller.orgId, request.decisionIds)
  const mine = found.filter(({ positionId }) => mayActOn(caller, flowPolicy.decideScreening, positionId))
  const fit = mine.filter((decision) => decision.status === 'waiting' && decision.stage === screeningStage)
  const leftOut: LeftOut[] = request.decisionIds
    .filter((id) => !fit.some((decision) => decision.id === id))
    .map((decisionId) => ({ decisionId, why: whyNot(mine.find(({ id }) => id === decisionId)) }))

  const failed = request.confirmed ? await decideEach(deps, caller, { fit, request }) : []
  const decided = fit.filter(({ id }) => !failed.some(({ decisionId }) => decisionId === id))
  return {
    decided: await named(deps, caller.orgId, decided),
    leftOut: [...leftOut, ...failed],
    done: request.confirmed,
  }
}

async function decideEach(
  deps: DecideManyDeps,
  caller: StaffCaller,
  { fit, request }: { fit: readonly Decision[]; request: DecideMany },
): Promise<LeftOut[]> {
  const failed: LeftOut[] = []
  for (const decision of fit) {
    const roles = rolesOn(caller, decision.positionId)
    const act = {
      orgId: caller.orgId,
      actor: caller.memberId,
      via: 'console',
      action: 'decision.decide',
      subject: { kind: 'decision', id: decision.id },
    } as const
    try {
      await auditedChange(deps.audit, act, () =>
        decide(deps, { decision, verdict: request.verdict, reason: request.reason, by: caller.memberId, roles }),
      )
    } catch (error) {
      if (!(error instanceof AppError) || error.status >= 500) throw error
      failed.push({ decisionId: decision.id, why: texts.leftOut.meanwhile })
    }
  }
  return failed
}

async function named(
  { candidates }: DecideManyDeps,
  orgId: string,
  decisions: readonly Decision[],
): Promise<DecideManyOutcome['decided']> {
  const people = await candidates.findManyWithIdentity(
    orgId,
    decisions.map(({ candidateId }) => candidateId),
  )
  return decisions.flatMap(({ id: decisionId, candidateId }) => {
    const person = people.get(candidateId)
    return person ? [{ decisionId, name: person.name, shortCode: person.shortCode }] : []
  })
}

/** What is not theirs does not exist for them. */
function whyNot(decision: Decision | undefined): Bilingual {
  if (!decision) return texts.leftOut.unknown
  return decision.status === 'waiting' ? texts.leftOut.notScreening : texts.leftOut.meanwhile
}
