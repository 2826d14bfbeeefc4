import type { Manifest } from '../../feature.js'
import { dataFileRoutes } from './staff-routes.js'

export const configurationFeature = {
  name: 'configuration',
  routers: (deps: Parameters<typeof dataFileRoutes>[0]) => [dataFileRoutes(deps)],
} satisfies Manifest
