import type { Manifest, StoreTools } from '../../feature.js'
import { platformLanes } from '../../jobs/times.js'
import type { ConsentStore } from '../consent/index.js'
import type { InterviewStore } from '../interviews/index.js'
import { candidateRecordingRoutes } from './candidate-routes.js'
import { deviceCheckRoutes } from './device-check-routes.js'
import { hearRecordings, type HearDeps } from './hear-recordings.job.js'
import type { KeepPieceDeps } from './keep-piece.js'
import { removeWithdrawnRecordings, type WithdrawnDeps } from './remove-withdrawn-recordings.job.js'
import { recordingStore } from './recording-store.js'
import { staffRecordingRoutes, type PlayDeps } from './staff-routes.js'

const stores = ({ connection, vault }: StoreTools) => ({ recordings: recordingStore(connection, vault) })

interface Queues {
  interviews: Pick<InterviewStore, 'dueToHear'>
  consents: Pick<ConsentStore, 'dueWithdrawal'>
}

export const recordingsFeature = {
  name: 'recordings',
  stores,
  routers: (deps: KeepPieceDeps & PlayDeps) => [
    candidateRecordingRoutes(deps),
    deviceCheckRoutes(),
    staffRecordingRoutes(deps),
  ],
  jobs: (deps: HearDeps & WithdrawnDeps & Queues) => [
    {
      name: 'hear-recordings',
      due: () => deps.interviews.dueToHear(deps.clock.now()),
      lanes: platformLanes,
      run: () => hearRecordings(deps),
    },
    {
      name: 'remove-withdrawn-recordings',
      due: () => deps.consents.dueWithdrawal('recording'),
      run: () => removeWithdrawnRecordings(deps),
    },
  ],
} satisfies Manifest
