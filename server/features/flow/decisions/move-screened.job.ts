import { hoursAfter } from '../../../durations.js'
import type { Clock } from '../../../ports/clock.js'
import type { Organisation } from '../../accounts/index.js'
import { createInvitation, type CreateDeps } from '../../invitations/index.js'
import type { Notifications } from '../../notifications/index.js'
import type { Screening, ScreeningStore } from '../../screening/index.js'
import { applicationRef } from '../../talent/index.js'
import { screeningStage } from './decision.js'
import type { DecisionStore } from './decision-store.js'
import { moveApplication, type MoveApplicationDeps } from '../states/move-application.js'
import { workThrough } from '../../../jobs/work-through.js'

export interface MoveDeps extends CreateDeps, MoveApplicationDeps {
  screenings: Pick<ScreeningStore, 'claimPending' | 'settleMoved'>
  decisions: Pick<DecisionStore, 'raise'>
  notifications: Pick<Notifications, 'tellGroup'>
  organisationOf: (orgId: string) => Promise<Organisation>
  clock: Clock
}

/** Takes on who was screened: a pass is invited by itself, anything else is only proposed to a person (R3, C3). */
export async function moveScreened(deps: MoveDeps): Promise<void> {
  await workThrough({
    claim: () => deps.screenings.claimPending(deps.clock.now()),
    async work(screening) {
      if (screening.outcome === 'pass') await invite(deps, screening)
      else await propose(deps, screening, screening.outcome === 'fail' ? 'decline' : 'hold')
      await deps.screenings.settleMoved(screening)
    },
    giveUp: (screening) => giveUp(deps, screening),
  })
}

/** Five failures: a person is told, the candidate stays where they are. */
async function giveUp({ screenings, notifications, clock }: MoveDeps, screening: Screening): Promise<void> {
  const { orgId, candidateId, id } = screening
  await notifications.tellGroup({
    orgId,
    candidateId,
    key: `flow-stuck:screening:${id}`,
    kind: 'flow-stuck',
    about: { kind: 'screening', id },
    at: clock.now(),
  })
  await screenings.settleMoved(screening, 'failed')
}

async function invite(deps: MoveDeps, screening: Screening): Promise<void> {
  const ref = applicationRef(screening)
  await moveApplication(deps, { ...ref, event: 'screened-pass', at: screening.judgedAt })
  const { defaults } = await deps.organisationOf(screening.orgId)
  await createInvitation(deps, { ...ref, windowHours: defaults.windowHours })
}

async function propose(deps: MoveDeps, screening: Screening, proposal: 'decline' | 'hold'): Promise<void> {
  const { orgId, candidateId, applicationId, judgedAt } = screening
  const ref = applicationRef(screening)
  const { defaults } = await deps.organisationOf(orgId)
  const dueAt = hoursAfter(judgedAt, defaults.resultPromiseHours)
  await moveApplication(deps, {
    ...ref,
    event: 'screened-unclear',
    enters: screeningStage,
    at: judgedAt,
  })
  const decision = await deps.decisions.raise({
    ...ref,
    stage: screeningStage,
    proposal,
    raisedAt: judgedAt,
    dueAt,
  })

  await deps.timeline.append({
    orgId,
    candidateId,
    applicationId,
    decisionId: decision.id,
    at: judgedAt,
    kind: `proposed-${proposal}`,
  })
  await deps.notifications.tellGroup({
    orgId,
    candidateId,
    key: `proposed:${decision.id}`,
    about: { kind: 'decision', id: decision.id },
    kind: `proposed-${proposal}`,
    at: judgedAt,
  })
}
