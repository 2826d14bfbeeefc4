import { join } from 'node:path'
import type { Manifest, StoreTools } from '../../feature.js'
import { everyMinute } from '../../jobs/times.js'
import type { KeyRing } from '../../mongo/key-ring.js'
import type { Clock } from '../../ports/clock.js'
import type { HeadKeeper } from '../../ports/head-keeper.js'
import { auditStore } from './audit-store.js'
import { auditTrail } from './audit-trail.js'
import { headFiles } from './head-files.js'
import { shipHeads } from './ship-heads.job.js'
import { auditRoutes } from './staff-routes.js'

const stores = ({ connection }: StoreTools) => ({ auditEntries: auditStore(connection) })

type Early = ReturnType<typeof stores> & { dataDir: string; keys: KeyRing; clock: Clock }

export const auditFeature = {
  name: 'audit',
  stores,
  gives: ({ auditEntries, dataDir, keys, clock }: Early) => ({
    audit: auditTrail({
      auditEntries,
      heads: headFiles(join(dataDir, 'audit')),
      auditKey: keys.derive('audit'),
      clock,
    }),
  }),
  routers: (deps: Parameters<typeof auditRoutes>[0]) => [auditRoutes(deps)],
  jobs: ({ headKeeper, dataDir }: { headKeeper?: HeadKeeper | undefined; dataDir: string }) => {
    const folder = join(dataDir, 'audit')
    const heads = headFiles(folder)
    return headKeeper
      ? [{ name: 'ship-audit-heads', schedule: everyMinute, run: () => shipHeads({ headKeeper, heads, folder }) }]
      : []
  },
} satisfies Manifest
