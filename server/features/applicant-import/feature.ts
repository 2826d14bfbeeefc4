import type { Manifest, StoreTools } from '../../feature.js'
import { everyMinute } from '../../jobs/times.js'
import { applicantImportStore, type ApplicantImportStore } from './applicant-import-store.js'
import { endUnreadImports, workOffImports, type EndDeps, type ImportJobDeps } from './import-applicants.job.js'
import { applicantImportRoutes, type ApplicantImportRouteDeps } from './staff-routes.js'

export const applicantImportFeature = {
  name: 'applicant-import',
  stores: ({ connection, vault }: StoreTools) => ({ applicantImports: applicantImportStore(connection, vault) }),
  routers: (deps: ApplicantImportRouteDeps) => [applicantImportRoutes(deps)],
  jobs: (deps: ImportJobDeps & EndDeps & { applicantImports: Pick<ApplicantImportStore, 'due'> }) => [
    { name: 'import-applicants', due: deps.applicantImports.due, run: () => workOffImports(deps) },
    { name: 'end-unread-imports', schedule: everyMinute, run: () => endUnreadImports(deps) },
  ],
} satisfies Manifest
