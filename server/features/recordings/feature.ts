import type { Manifest, StoreTools } from '../../feature.js'
import { candidateRecordingRoutes, type RecordingRouteDeps } from './candidate-routes.js'
import { recordingStore } from './recording-store.js'

const stores = ({ connection, vault }: StoreTools) => ({ recordings: recordingStore(connection, vault) })

export const recordingsFeature = {
  name: 'recordings',
  stores,
  routers: (deps: RecordingRouteDeps) => [candidateRecordingRoutes(deps)],
} satisfies Manifest
