import type { ModelScorer } from '../../ports/model-scorer.js'
import type { Manifest, StoreTools } from '../../feature.js'
import { consentStore } from './consent-store.js'
import { noticeRoutes, type NoticeRouteDeps } from './candidate-routes.js'
import { loadNotice, noticeNaming } from './notice.js'

export const consentFeature = {
  name: 'consent',
  stores: ({ connection }: StoreTools) => ({ consents: consentStore(connection) }),
  gives: ({ modelScorer }: { modelScorer: ModelScorer | undefined }) => ({
    notice: noticeNaming(loadNotice(), modelScorer?.identity),
  }),
  routers: (deps: NoticeRouteDeps) => [noticeRoutes(deps)],
} satisfies Manifest
