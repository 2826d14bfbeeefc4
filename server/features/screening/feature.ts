import type { Manifest, StoreTools } from '../../feature.js'
import { everySecond, lanes } from '../../jobs/times.js'
import { screenApplications, type ScreenDeps } from './screen-applications.job.js'
import { screeningStore } from './screening-store.js'

export const screeningFeature = {
  name: 'screening',
  stores: ({ connection, vault }: StoreTools) => ({ screenings: screeningStore(connection, vault) }),
  jobs: (deps: ScreenDeps) => [
    { name: 'screen-applications', schedule: everySecond, lanes, run: () => screenApplications(deps) },
  ],
} satisfies Manifest
