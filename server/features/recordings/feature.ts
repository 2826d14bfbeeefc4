import type { Manifest, StoreTools } from '../../feature.js'
import { platformLanes } from '../../jobs/times.js'
import type { ConsentStore } from '../consent/index.js'
import type { InterviewStore } from '../interviews/index.js'
import { candidateRecordingRoutes } from './candidate-routes.js'
import { deviceCheckRoutes } from './device-check-routes.js'
import { listener } from '../../voice/listen-apart.js'
import { hearRecordings, type HearDeps } from './hear-recordings.job.js'
import type { KeepPieceDeps } from './keep-piece.js'
import { listenToRecordings, type ListenDeps } from './measures/listen-to-recordings.job.js'
import { removeWithdrawnMeasures, type WithdrawnMeasuresDeps } from './measures/remove-withdrawn-measures.job.js'
import { voiceMeasuresWith, type VoiceMeasuresDeps } from './measures/voice-measures-of.js'
import { removeWithdrawnRecordings, type WithdrawnDeps } from './remove-withdrawn-recordings.job.js'
import { recordingStore, type RecordingStore } from './recording-store.js'
import { staffRecordingRoutes, type PlayDeps } from './staff-routes.js'

const stores = ({ connection, vault }: StoreTools) => ({ recordings: recordingStore(connection, vault) })

interface Queues {
  interviews: Pick<InterviewStore, 'dueToHear'>
  consents: Pick<ConsentStore, 'dueWithdrawal'>
  recordings: Pick<RecordingStore, 'dueToListen'>
}

export const recordingsFeature = {
  name: 'recordings',
  stores,
  gives: (early: VoiceMeasuresDeps) => ({ listen: listener(), voiceMeasuresOf: voiceMeasuresWith(early) }),
  routers: (deps: KeepPieceDeps & PlayDeps) => [
    candidateRecordingRoutes(deps),
    deviceCheckRoutes(),
    staffRecordingRoutes(deps),
  ],
  jobs: (deps: HearDeps & WithdrawnDeps & ListenDeps & WithdrawnMeasuresDeps & Queues) => [
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
    { name: 'listen-to-recordings', due: () => deps.recordings.dueToListen(), run: () => listenToRecordings(deps) },
    {
      name: 'remove-withdrawn-measures',
      due: () => deps.consents.dueWithdrawal('tone-analysis'),
      run: () => removeWithdrawnMeasures(deps),
    },
  ],
} satisfies Manifest
