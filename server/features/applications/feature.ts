import type { Manifest } from '../../feature.js'
import { pdfMaker } from '../../pdf/pdf-maker.js'
import { applicationRoutes, type ApplicationRouteDeps } from './candidate-routes.js'
import { wayInRoutes, type WayInDeps } from './way-in-routes.js'
import { applicationStaffRoutes, type ApplicationStaffDeps } from './staff-routes.js'

export const applicationsFeature = {
  name: 'applications',
  gives: () => ({ drawPdf: pdfMaker() }),
  routers: (deps: ApplicationRouteDeps & ApplicationStaffDeps & WayInDeps) => [
    applicationRoutes(deps),
    applicationStaffRoutes(deps),
    wayInRoutes(deps),
  ],
} satisfies Manifest
