import type { Manifest } from '../../feature.js'
import { lanes } from '../../jobs/times.js'
import type { InterviewStore } from '../interviews/index.js'
import { correctionRoutes } from './candidate-routes.js'
import type { CorrectDeps } from './correct-transcript.js'
import { scoreCorrected, type ScoreCorrectedDeps } from './score-corrected.job.js'

interface Queues {
  interviews: Pick<InterviewStore, 'dueCorrected'>
}

export const correctionsFeature = {
  name: 'corrections',
  routers: (deps: CorrectDeps) => [correctionRoutes(deps)],
  jobs: (deps: ScoreCorrectedDeps & Queues) => [
    { name: 'score-corrected', due: deps.interviews.dueCorrected, lanes, run: () => scoreCorrected(deps) },
  ],
} satisfies Manifest
