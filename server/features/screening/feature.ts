import type { Manifest, StoreTools } from '../../feature.js'
import { lanes } from '../../jobs/times.js'
import type { ApplicationStore } from '../talent/index.js'
import { screenApplications, type ScreenDeps } from './screen-applications.job.js'
import { screeningStore } from './screening-store.js'

export const screeningFeature = {
  name: 'screening',
  stores: ({ connection, vault }: StoreTools) => ({ screenings: screeningStore(connection, vault) }),
  jobs: (deps: ScreenDeps & { applications: Pick<ApplicationStore, 'dueReceived'> }) => [
    { name: 'screen-applications', due: deps.applications.dueReceived, lanes, run: () => screenApplications(deps) },
  ],
} satisfies Manifest
