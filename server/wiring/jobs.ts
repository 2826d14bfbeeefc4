/** The one table of jobs. `wake` only makes a job sooner: whatever it would do is found within a second anyway. */
import type { Job } from '../jobs/job-runner.js'
import { features, type Deps } from './features.js'

export const jobTable = (deps: Deps): Job[] =>
  features.flatMap((feature): Job[] => ('jobs' in feature ? feature.jobs(deps) : []))
