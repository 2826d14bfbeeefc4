import type { Manifest, StoreTools } from '../../feature.js'
import { consentStore } from './consent-store.js'
import { loadNotice } from './notice.js'

export const consentFeature = {
  name: 'consent',
  stores: ({ connection }: StoreTools) => ({ consents: consentStore(connection) }),
  gives: () => ({ notice: loadNotice() }),
} satisfies Manifest
