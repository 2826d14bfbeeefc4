import type { Clock } from '../../ports/clock.js'
import type { ScreeningRules } from '../../../shared/contracts/positions.js'
import type { Notifications } from '../notifications/index.js'
import type { ApplicationStore } from '../talent/index.js'
import type { Timeline } from '../timeline/index.js'
import { judgeResume } from './judge-resume.js'
import type { ScreeningStore } from './screening-store.js'
import { workThrough } from '../../jobs/work-through.js'

export interface ScreenDeps {
  applications: Pick<ApplicationStore, 'claimReceived' | 'resumeOf' | 'settle'>
  screenings: Pick<ScreeningStore, 'insertOnce'>
  notifications: Pick<Notifications, 'tellGroup'>
  rulesOf: (orgId: string, positionId: string) => Promise<{ rules: ScreeningRules; version: string } | undefined>
  timeline: Timeline
  clock: Clock
  wake: (job: 'move-screened') => void
}

type Claimed = NonNullable<Awaited<ReturnType<ApplicationStore['claimReceived']>>>

/** Judges what came in, one claim at a time. A judgement is inserted once per application, so a second run changes nothing. */
export async function screenApplications(deps: ScreenDeps): Promise<void> {
  await workThrough({
    claim: () => deps.applications.claimReceived(deps.clock.now()),
    work: (application) => screenOne(deps, application),
    giveUp: (application) => giveUp(deps, application),
  })
}

/** Five failures: a person is told, the application stays as it is. */
async function giveUp({ applications, notifications, clock }: ScreenDeps, application: Claimed): Promise<void> {
  const { orgId, candidateId, id } = application
  await notifications.tellGroup({
    orgId,
    candidateId,
    key: `screening-failed:${id}`,
    kind: 'screening-failed',
    about: { kind: 'application', id },
    at: clock.now(),
  })
  await applications.settle(application, 'failed')
}

async function screenOne(deps: ScreenDeps, application: Claimed): Promise<void> {
  const { orgId, candidateId, positionId, id: applicationId } = application
  const rules = await deps.rulesOf(orgId, positionId)
  if (!rules) throw new Error(`position ${positionId} has no rules`)

  const judgement = judgeResume(await deps.applications.resumeOf(application), rules.rules)
  const judgedAt = deps.clock.now()
  await deps.screenings.insertOnce({
    orgId,
    applicationId,
    candidateId,
    positionId,
    rulesVersion: rules.version,
    outcome: judgement.outcome,
    judgedAt,
    judgement,
  })
  await deps.timeline.append({ orgId, candidateId, applicationId, at: judgedAt, kind: `screened-${judgement.outcome}` })
  await deps.applications.settle(application, 'screened')
  deps.wake('move-screened')
}
