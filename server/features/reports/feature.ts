import type { Manifest, StoreTools } from '../../feature.js'
import { everySecond, lanes } from '../../jobs/times.js'
import { assessInterviewWith, type AssessDeps } from './assess-interview.js'
import { candidateFeedbackRoutes } from './candidate-routes.js'
import { comparePosition } from './compare-position.js'
import { ratingStore } from './rating-store.js'
import { removeWithdrawnScores } from './remove-withdrawn-scores.job.js'
import { reportStore } from './report-store.js'
import { scoreInterviews, type ScoreDeps } from './score-interviews.job.js'
import { ratingRoutes } from './staff-routes.js'

const stores = ({ connection, vault }: StoreTools) => ({
  reports: reportStore(connection, vault),
  ratings: ratingStore(connection, vault),
})

export const reportsFeature = {
  name: 'reports',
  stores,
  gives: (early: ReturnType<typeof stores> & AssessDeps) => ({
    assess: assessInterviewWith(early),
    compareWithin: comparePosition(early.reports),
  }),
  routers: (deps: Parameters<typeof candidateFeedbackRoutes>[0] & Parameters<typeof ratingRoutes>[0]) => [
    candidateFeedbackRoutes(deps),
    ratingRoutes(deps),
  ],
  jobs: (deps: ScoreDeps & Parameters<typeof removeWithdrawnScores>[0]) => [
    { name: 'score-interviews', schedule: everySecond, lanes, run: () => scoreInterviews(deps) },
    { name: 'remove-withdrawn-scores', schedule: everySecond, run: () => removeWithdrawnScores(deps) },
  ],
} satisfies Manifest
