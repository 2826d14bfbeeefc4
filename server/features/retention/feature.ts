import { randomBytes } from 'node:crypto'
import { receiptNumberLength } from '../../../shared/contracts/retention.js'
import type { Manifest, StoreTools } from '../../feature.js'
import type { Owner } from '../../mongo/vault.js'
import { carryOutDeletions, type CarryOutDeletionsDeps } from './carry-out-deletions.job.js'
import { readableCode } from '../talent/index.js'
import type { AskDeletionDeps } from './ask-deletion.js'
import { askingRoutes, receiptRoutes, type ReceiptRouteDeps } from './candidate-routes.js'
import { deletionRequestStore } from './deletion-request-store.js'
import { deletionStore } from './deletion-store.js'
import { legalHoldStore } from './legal-hold-store.js'
import { personalDataStore } from './personal-data-store.js'
import { retentionRoutes, type RetentionRouteDeps } from './staff-routes.js'
import { sweepEnded, type SweepDeps } from './sweep-ended.job.js'

const stores = ({ connection, vault }: StoreTools) => ({
  deletions: deletionStore(connection, vault, () => readableCode(randomBytes(receiptNumberLength))),
  deletionRequests: deletionRequestStore(connection),
  legalHolds: legalHoldStore(connection, vault),
  personalData: personalDataStore(connection),
  destroyKey: (owner: Owner, at: Date) => vault.destroy(owner, at),
})

/** Off the full hour, when other things run. */
const everyHour = '40 17 * * * *'

export const retentionFeature = {
  name: 'retention',
  stores,
  routers: (deps: RetentionRouteDeps & ReceiptRouteDeps & AskDeletionDeps) => [
    retentionRoutes(deps),
    receiptRoutes(deps),
    askingRoutes(deps),
  ],
  jobs: (deps: CarryOutDeletionsDeps & SweepDeps & Pick<ReturnType<typeof stores>, 'deletions'>) => [
    {
      name: 'carry-out-deletions',
      due: () => deps.deletions.due(deps.clock.now()),
      run: () => carryOutDeletions(deps),
    },
    { name: 'sweep-ended', schedule: everyHour, run: () => sweepEnded(deps) },
  ],
} satisfies Manifest
