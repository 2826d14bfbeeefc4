import type { Manifest, StoreTools } from '../../feature.js'
import { lanes } from '../../jobs/times.js'
import type { ConsentStore } from '../consent/index.js'
import type { InterviewStore } from '../interviews/index.js'
import { assessInterviewWith, type AssessDeps } from './assess-interview.js'
import { candidateFeedbackRoutes } from './candidate-routes.js'
import { comparePosition, type CompareDeps } from './compare-position.js'
import { ratingStore } from './rating-store.js'
import { removeWithdrawnScores, type WithdrawDeps } from './remove-withdrawn-scores.job.js'
import { reportStore } from './report-store.js'
import { scoreInterviews, type ScoreDeps } from './score-interviews.job.js'
import { ratingRoutes } from './staff-routes.js'

const stores = ({ connection, vault }: StoreTools) => ({
  reports: reportStore(connection, vault),
  ratings: ratingStore(connection, vault),
})

interface Queues {
  interviews: Pick<InterviewStore, 'dueSubmitted'>
  consents: Pick<ConsentStore, 'dueWithdrawal'>
}

export const reportsFeature = {
  name: 'reports',
  stores,
  gives: (early: ReturnType<typeof stores> & AssessDeps & Pick<CompareDeps, 'sharing'>) => ({
    assess: assessInterviewWith(early),
    compareWithin: comparePosition(early),
  }),
  routers: (deps: Parameters<typeof candidateFeedbackRoutes>[0] & Parameters<typeof ratingRoutes>[0]) => [
    candidateFeedbackRoutes(deps),
    ratingRoutes(deps),
  ],
  jobs: (deps: ScoreDeps & WithdrawDeps & Queues) => [
    { name: 'score-interviews', due: deps.interviews.dueSubmitted, lanes, run: () => scoreInterviews(deps) },
    { name: 'remove-withdrawn-scores', due: deps.consents.dueWithdrawal, run: () => removeWithdrawnScores(deps) },
  ],
} satisfies Manifest
