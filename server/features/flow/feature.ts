import type { Manifest, StoreTools } from '../../feature.js'
import type { Job } from '../../jobs/job-runner.js'
import { everyMinute, lanes } from '../../jobs/times.js'
import type { Clock } from '../../ports/clock.js'
import type { InterviewStore } from '../interviews/index.js'
import type { InvitationStore } from '../invitations/index.js'
import type { ReportStore } from '../reports/index.js'
import type { ScreeningStore } from '../screening/index.js'
import { agreementRoutes } from './agreement/staff-routes.js'
import { carryOutDecisions, type CarryOutDeps } from './decisions/carry-out-decisions.job.js'
import { decisionStore, type DecisionStore } from './decisions/decision-store.js'
import { escalateDecisions, type EscalateDeps } from './decisions/escalate-decisions.job.js'
import { followReports, type FollowDeps } from './decisions/follow-reports.job.js'
import { moveScreened, type MoveDeps } from './decisions/move-screened.job.js'
import { decisionRoutes } from './decisions/staff-routes.js'
import { followInterviews, type FollowInterviewsDeps } from './follow-interviews.job.js'
import { followInvitations, type FollowInvitationsDeps } from './follow-invitations.job.js'
import { appealStore } from './letters/appeal-store.js'
import { appealRoutes, type AppealRouteDeps } from './letters/staff-routes.js'
import { openAppeals } from './letters/open-appeals.js'
import { letterRoutes } from './letters/candidate-routes.js'
import { reviewClaimStore } from './review-queue/review-claim-store.js'
import { reviewRoutes } from './review-queue/staff-routes.js'
import { standingStore } from './states/standing-store.js'
import { stillNews } from './still-news.js'
import { stillTrue } from './still-true.js'

const stores = ({ connection, vault }: StoreTools) => ({
  standings: standingStore(connection),
  decisions: decisionStore(connection, vault),
  appeals: appealStore(connection, vault),
  reviewClaims: reviewClaimStore(connection),
})

type Early = ReturnType<typeof stores> & { clock: Clock } & Parameters<typeof stillTrue>[0]
type JobDeps = MoveDeps & FollowInterviewsDeps & FollowInvitationsDeps & FollowDeps & CarryOutDeps & EscalateDeps

interface Queues {
  screenings: Pick<ScreeningStore, 'duePending'>
  invitations: Pick<InvitationStore, 'dueNews'>
  interviews: Pick<InterviewStore, 'dueNews'>
  reports: Pick<ReportStore, 'duePending'>
  decisions: Pick<DecisionStore, 'dueDecided'>
}

export const flowFeature = {
  name: 'flow',
  stores,
  gives: (early: Early) => ({
    stillTrue: stillTrue(early),
    stillNews: stillNews(early),
    appealsOpen: openAppeals(early),
    /** Who waits for a person's decision. */
    async waiting(orgId: string) {
      const now = early.clock.now()
      const [count, [oldest]] = await Promise.all([
        early.decisions.countWaiting(orgId, now),
        early.decisions.listWaiting(orgId, now, { limit: 1 }),
      ])
      return { count, ...(oldest && { oldestSince: oldest.raisedAt }) }
    },
  }),
  routers: (
    deps: Parameters<typeof letterRoutes>[0] &
      AppealRouteDeps &
      Parameters<typeof decisionRoutes>[0] &
      Parameters<typeof reviewRoutes>[0] &
      Parameters<typeof agreementRoutes>[0],
  ) => [letterRoutes(deps), appealRoutes(deps), decisionRoutes(deps), reviewRoutes(deps), agreementRoutes(deps)],
  jobs(deps: JobDeps & Queues): Job[] {
    const { screenings, invitations, interviews, reports, decisions } = deps
    return [
      { name: 'move-screened', due: screenings.duePending, lanes, run: () => moveScreened(deps) },
      { name: 'follow-invitations', due: invitations.dueNews, lanes, run: () => followInvitations(deps) },
      { name: 'follow-interviews', due: interviews.dueNews, lanes, run: () => followInterviews(deps) },
      { name: 'follow-reports', due: reports.duePending, lanes, run: () => followReports(deps) },
      { name: 'carry-out-decisions', due: decisions.dueDecided, lanes, run: () => carryOutDecisions(deps) },
      { name: 'escalate-decisions', schedule: everyMinute, run: () => escalateDecisions(deps) },
    ]
  },
} satisfies Manifest
