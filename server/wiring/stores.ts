/** All stores of one connection. */
import type { Connection } from 'mongoose'
import type { Manifest, StoreTools } from '../feature.js'
import type { KeyRing } from '../mongo/key-ring.js'
import { leaseStore } from '../mongo/lease-store.js'
import { quotaStore } from '../mongo/quota-store.js'
import { platformTokenStore } from '../mongo/platform-token-store.js'
import { vault as openVault } from '../mongo/vault.js'
import { features, type Stores as FeatureStores } from './features.js'
import type { CommonStores } from './outside.js'

export type Stores = FeatureStores & CommonStores

/** Resolves when every index stands; refuses a key that the data was not sealed with. */
export async function openStores(
  connection: Connection,
  keys: KeyRing,
  onFault?: (fault: unknown) => void,
): Promise<Stores> {
  const vault = openVault(connection, keys, { ...(onFault && { onFault }) })
  await vault.ready()
  const stores = storesWith({ connection, keys, vault })
  await Promise.all(Object.values(stores).map(whenReady))
  return stores
}

function storesWith(tools: StoreTools): Stores {
  const { connection, keys, vault } = tools
  const common: CommonStores = {
    platformTokens: platformTokenStore(connection, vault, keys.derive('session')),
    leases: leaseStore(connection),
    quotas: quotaStore(connection),
  }
  const ofFeatures = (features as readonly Manifest[]).map(({ stores }) => stores?.(tools) ?? {})
  return Object.assign({}, common, ...ofFeatures) as Stores
}

async function whenReady(store: unknown): Promise<void> {
  await (store as { ready?(): Promise<unknown> }).ready?.()
}
