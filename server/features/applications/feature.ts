import type { Manifest } from '../../feature.js'
import { applicationRoutes, type ApplicationRouteDeps } from './candidate-routes.js'
import { applicationStaffRoutes, type ApplicationStaffDeps } from './staff-routes.js'

export const applicationsFeature = {
  name: 'applications',
  routers: (deps: ApplicationRouteDeps & ApplicationStaffDeps) => [
    applicationRoutes(deps),
    applicationStaffRoutes(deps),
  ],
} satisfies Manifest
