import type { Manifest } from '../../feature.js'
import { dataFileRoutes, positionFormRoutes } from './staff-routes.js'

export const configurationFeature = {
  name: 'configuration',
  routers: (deps: Parameters<typeof dataFileRoutes>[0] & Parameters<typeof positionFormRoutes>[0]) => [
    dataFileRoutes(deps),
    positionFormRoutes(deps),
  ],
} satisfies Manifest
