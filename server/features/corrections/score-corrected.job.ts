/**
 * An interview whose transcript was corrected is scored again, in the house's own way; what its report was before stays in it. Where no
 * machine scores, the group alone is told: whoever reads finds both texts.
 */
import type { Assessment } from '../../../shared/contracts/assessment.js'
import { unavailable } from '../../errors.js'
import { workThrough } from '../../jobs/work-through.js'
import type { Clock } from '../../ports/clock.js'
import type { ModelScorer } from '../../ports/model-scorer.js'
import { isGranted, type ConsentStore } from '../consent/index.js'
import { needsListeners, writtenDownIn, type Claim, type Interview, type InterviewStore } from '../interviews/index.js'
import type { Notifications } from '../notifications/index.js'
import { withFarCorrections, type Report, type ReportStore } from '../reports/index.js'
import type { Timeline } from '../timeline/index.js'

export interface ScoreCorrectedDeps {
  interviews: Pick<InterviewStore, 'claimCorrected' | 'settleCorrected'>
  reports: Pick<ReportStore, 'findByInterview' | 'scoreAgain' | 'removeAssessment'>
  consents: Pick<ConsentStore, 'currentOf'>
  assess: (interview: Interview) => Promise<Assessment>
  modelScorer?: ModelScorer | undefined
  notifications: Pick<Notifications, 'tellGroup'>
  timeline: Timeline
  clock: Clock
  wake: (job: 'follow-reports' | 'ask-second-scorer') => void
}

export const scoreCorrected = (deps: ScoreCorrectedDeps): Promise<void> =>
  workThrough({
    claim: () => deps.interviews.claimCorrected(deps.clock.now()),
    work: (claim) => scoreOne(deps, claim),
    // The report stays as it was; both texts are in it all the same.
    giveUp: async (claim) => {
      await tell(deps, claim.interview)
      await deps.interviews.settleCorrected(claim)
    },
  })

async function scoreOne(deps: ScoreCorrectedDeps, claim: Claim): Promise<void> {
  const { interview } = claim
  const report = await deps.reports.findByInterview(interview.orgId, interview.id)
  if (report && !needsListeners(interview) && (await mayScore(deps, interview)))
    await scoreReport(deps, interview, report)
  await tell(deps, interview)
  await deps.interviews.settleCorrected(claim)
}

async function scoreReport(deps: ScoreCorrectedDeps, interview: Interview, report: Report): Promise<void> {
  const { orgId, invitationId, candidateId, applicationId, id: interviewId } = interview
  const assessment = withFarCorrections(await deps.assess(interview), interview)
  const at = lastCorrectedAt(interview)
  const secondLook = deps.modelScorer !== undefined
  if ((await deps.reports.scoreAgain(report, { assessment, at, secondLook })) === 'busy')
    throw unavailable('report-busy')
  // Taken back while it was scored (score-interviews.job.ts).
  if (!(await mayScore(deps, interview))) await deps.reports.removeAssessment(orgId, invitationId)
  const key = `report-scored-again:${report.id}:${at.getTime()}`
  const whose = { orgId, candidateId, applicationId, interviewId, reportId: report.id }
  await deps.timeline.append({ ...whose, at: deps.clock.now(), kind: 'report-scored-again', key })
  deps.wake(secondLook ? 'ask-second-scorer' : 'follow-reports')
}

/** Neither what was said nor what it is worth: both are in the report. */
async function tell({ notifications, clock }: ScoreCorrectedDeps, interview: Interview): Promise<void> {
  const { orgId, candidateId, applicationId, id, positionTitle } = interview
  await notifications.tellGroup({
    orgId,
    candidateId,
    applicationId,
    key: `transcript-corrected:${id}:${lastCorrectedAt(interview).getTime()}`,
    kind: 'transcript-corrected',
    about: { kind: 'interview', id },
    positionTitle,
    at: clock.now(),
  })
}

const lastCorrectedAt = (interview: Interview): Date =>
  new Date(Math.max(...writtenDownIn(interview).flatMap(({ answer }) => answer?.correction?.at.getTime() ?? [])))

async function mayScore(
  { consents }: Pick<ScoreCorrectedDeps, 'consents'>,
  { orgId, invitationId }: Interview,
): Promise<boolean> {
  return isGranted(await consents.currentOf(orgId, invitationId), 'ai-scoring')
}
