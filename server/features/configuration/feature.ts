import type { Manifest, StoreTools } from '../../feature.js'
import { firstDataStore } from './first-data-store.js'
import { dataFileRoutes, positionFormRoutes } from './staff-routes.js'

export const configurationFeature = {
  name: 'configuration',
  stores: ({ connection }: StoreTools) => ({ firstData: firstDataStore(connection) }),
  routers: (deps: Parameters<typeof dataFileRoutes>[0] & Parameters<typeof positionFormRoutes>[0]) => [
    dataFileRoutes(deps),
    positionFormRoutes(deps),
  ],
} satisfies Manifest
