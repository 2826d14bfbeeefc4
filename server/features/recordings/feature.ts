import type { Manifest, StoreTools } from '../../feature.js'
import { platformLanes } from '../../jobs/times.js'
import type { InterviewStore } from '../interviews/index.js'
import { candidateRecordingRoutes } from './candidate-routes.js'
import { deviceCheckRoutes } from './device-check-routes.js'
import { hearRecordings, type HearDeps } from './hear-recordings.job.js'
import type { KeepPieceDeps } from './keep-piece.js'
import { recordingStore } from './recording-store.js'

const stores = ({ connection, vault }: StoreTools) => ({ recordings: recordingStore(connection, vault) })

export const recordingsFeature = {
  name: 'recordings',
  stores,
  routers: (deps: KeepPieceDeps) => [candidateRecordingRoutes(deps), deviceCheckRoutes()],
  jobs: (deps: HearDeps & { interviews: Pick<InterviewStore, 'dueToHear'> }) => [
    {
      name: 'hear-recordings',
      due: () => deps.interviews.dueToHear(deps.clock.now()),
      lanes: platformLanes,
      run: () => hearRecordings(deps),
    },
  ],
} satisfies Manifest
