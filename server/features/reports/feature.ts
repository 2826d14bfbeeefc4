import type { Manifest, StoreTools } from '../../feature.js'
import { lanes, platformLanes } from '../../jobs/times.js'
import type { ConsentStore } from '../consent/index.js'
import type { InterviewStore } from '../interviews/index.js'
import { askSecondScorer, type AskDeps } from './ask-second-scorer.job.js'
import { assessInterviewWith, type AssessDeps } from './assess-interview.js'
import { candidateFeedbackRoutes } from './candidate-routes.js'
import { comparePosition, type CompareDeps } from './compare-position.js'
import { ratingStore } from './rating-store.js'
import { removeWithdrawnScores, type WithdrawDeps } from './remove-withdrawn-scores.job.js'
import { reportStore, type ReportStore } from './report-store.js'
import { secondRatingStore } from './second-rater/second-rating-store.js'
import { scoreInterviews, type ScoreDeps } from './score-interviews.job.js'
import { ratingRoutes } from './staff-routes.js'

const stores = ({ connection, vault }: StoreTools) => ({
  reports: reportStore(connection, vault),
  ratings: ratingStore(connection, vault),
  secondRatings: secondRatingStore(connection, vault),
})

interface Queues {
  reports: Pick<ReportStore, 'dueSecondLook'>
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
  jobs: (deps: ScoreDeps & AskDeps & WithdrawDeps & Queues) => [
    { name: 'score-interviews', due: deps.interviews.dueSubmitted, lanes, run: () => scoreInterviews(deps) },
    // Also where no model is set up any more: what waits for it goes on.
    {
      name: 'ask-second-scorer',
      due: deps.reports.dueSecondLook,
      lanes: platformLanes,
      run: () => askSecondScorer(deps),
    },
    {
      name: 'remove-withdrawn-scores',
      due: () => deps.consents.dueWithdrawal('ai-scoring'),
      run: () => removeWithdrawnScores(deps),
    },
  ],
} satisfies Manifest
