import type { Clock } from '../../ports/clock.js'
import { workThrough } from '../../jobs/work-through.js'
import { unheard, withSecondScorer, type ModelScoreStore, type SecondOpinion } from '../model-scoring/index.js'
import type { ReportStore } from './report-store.js'

export interface AskDeps {
  reports: Pick<ReportStore, 'claimSecondLook' | 'settleSecondLook'>
  secondOpinion: SecondOpinion
  modelScores: Pick<ModelScoreStore, 'removeOf'>
  clock: Clock
  wake: (job: 'follow-reports') => void
}

/** What follows from a report waits so long for the second scorer and no longer. */
const waitMs = 20_000

type Claimed = NonNullable<Awaited<ReturnType<AskDeps['reports']['claimSecondLook']>>>

/** Has the answers of a new report read a second time; without a reply the report goes on, and says that the rules scored alone. */
export async function askSecondScorer(deps: AskDeps): Promise<void> {
  await workThrough({
    claim: () => deps.reports.claimSecondLook(deps.clock.now()),
    work: (report) => askOne(deps, report),
    giveUp: (report) => settle(deps, report, 'failed'),
  })
}

async function askOne(deps: AskDeps, report: Claimed): Promise<void> {
  if (!report.assessment) throw new Error(`report ${report.id} waits without an assessment`)
  const { orgId, interviewId, invitationId, assessment, readyAt, scoredAgainAt } = report
  const until = new Date((scoredAgainAt ?? readyAt).getTime() + waitMs)
  await settle(deps, report, await deps.secondOpinion({ orgId, interviewId, invitationId, assessment, until }))
}

async function settle(
  deps: AskDeps,
  report: Claimed,
  second: Awaited<ReturnType<SecondOpinion>> | 'failed',
): Promise<void> {
  const { assessment, orgId, candidateId } = report
  if (!assessment) return
  const heard = second === 'failed' ? unheard(assessment, 'failed') : second
  const isKept = await deps.reports.settleSecondLook(report, withSecondScorer(assessment, heard))
  // Taken back in the middle: what the model said may have been kept after the job for withdrawals had looked.
  if (!isKept) await deps.modelScores.removeOf(orgId, candidateId)
  deps.wake('follow-reports')
}
