import type { Manifest, StoreTools } from '../../feature.js'
import { consentStore } from './consent-store.js'
import { noticeRoutes, type NoticeRouteDeps } from './candidate-routes.js'
import { loadNotice } from './notice.js'

export const consentFeature = {
  name: 'consent',
  stores: ({ connection }: StoreTools) => ({ consents: consentStore(connection) }),
  gives: () => ({ notice: loadNotice() }),
  routers: (deps: NoticeRouteDeps) => [noticeRoutes(deps)],
} satisfies Manifest
