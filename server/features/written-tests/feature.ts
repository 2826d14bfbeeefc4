import type { Manifest, StoreTools } from '../../feature.js'
import { readTableApart } from '../../tables/read-table-apart.js'
import type { TableFile } from '../../tables/read-table.js'
import { writtenTestRoutes, type WrittenTestRouteDeps } from './staff-routes.js'
import { writtenTestStore } from './written-test-store.js'

const stores = ({ connection, vault }: StoreTools) => ({ writtenTests: writtenTestStore(connection, vault) })

export const writtenTestsFeature = {
  name: 'written-tests',
  stores,
  gives: () => ({ readTable: (file: TableFile) => readTableApart(file) }),
  routers: (deps: WrittenTestRouteDeps) => [writtenTestRoutes(deps)],
} satisfies Manifest
