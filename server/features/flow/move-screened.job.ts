import type { Clock } from '../../ports/clock.js'
import type { Organisation } from '../accounts/index.js'
import { createInvitation, type CreateDeps } from '../invitations/index.js'
import type { Notifications } from '../notifications/index.js'
import type { Screening, ScreeningStore } from '../screening/index.js'
import type { DecisionStore } from './decision-store.js'

export interface MoveDeps extends CreateDeps {
  screenings: Pick<ScreeningStore, 'claimPending' | 'settleMoved'>
  decisions: Pick<DecisionStore, 'raise'>
  notifications: Pick<Notifications, 'tellGroup'>
  organisationOf: (orgId: string) => Promise<Organisation>
  clock: Clock
}

/** Takes on who was screened: a pass is invited by itself, anything else is only proposed to a person (R3, C3). */
export async function moveScreened(deps: MoveDeps): Promise<void> {
  for (;;) {
    const screening = await deps.screenings.claimPending(deps.clock.now())
    if (!screening) return

    if (screening.outcome === 'pass') await invite(deps, screening)
    else await propose(deps, screening, screening.outcome === 'fail' ? 'decline' : 'hold')
    await deps.screenings.settleMoved(screening)
  }
}

async function invite(deps: MoveDeps, { orgId, candidateId, applicationId, positionId }: Screening): Promise<void> {
  const { defaults } = await deps.organisationOf(orgId)
  await createInvitation(deps, { orgId, candidateId, applicationId, positionId, windowHours: defaults.windowHours })
}

async function propose(deps: MoveDeps, { orgId, candidateId, applicationId, positionId, judgedAt }: Screening, proposal: 'decline' | 'hold'): Promise<void> {
  const { defaults } = await deps.organisationOf(orgId)
  const dueAt = new Date(judgedAt.getTime() + defaults.resultPromiseHours * 3_600_000)
  const decision = await deps.decisions.raise({ orgId, candidateId, applicationId, positionId, stage: 'screening', proposal, raisedAt: judgedAt, dueAt })

  await deps.timeline.append({ orgId, candidateId, applicationId, decisionId: decision.id, at: judgedAt, kind: `proposed-${proposal}` })
  await deps.notifications.tellGroup({ orgId, candidateId, key: `proposed:${decision.id}`, kind: `proposed-${proposal}`, at: judgedAt })
}
