/** A look into the product's store from beside it, as a command of the demo does: the use cases open, nothing runs. */
import { join } from 'node:path'
import { readConfig } from '../../server/config.js'
import type { Deps } from '../../server/wiring/deps.js'
import { openEmbeddedMongo } from '../../server/embedded-mongo/index.js'
import type { WhichAreDue } from '../../server/jobs/look-for-work.js'
import { createLog } from '../../server/log.js'
import { openProduct } from '../../server/wiring/product.js'
import type { World } from './world.js'

/** Only while the product runs: otherwise this process would become the store's owner. */
export async function lookInside<Found>(
  { env }: World,
  look: (deps: Deps, orgId: string, whichAreDue: WhichAreDue) => Promise<Found>,
): Promise<Found> {
  const config = readConfig(env)
  const store = await openEmbeddedMongo({ dataDir: join(config.dataDir, 'store') })
  const product = await openProduct({ config, storeUri: store.uri, log: createLog('silent'), wake: () => {} })
  try {
    return await look(product.deps, config.orgId, product.whichAreDue)
  } finally {
    await product.close()
    await store.close()
  }
}
