import type { ModelScorer } from '../../ports/model-scorer.js'
import type { Manifest, StoreTools } from '../../feature.js'
import { consentStore } from './consent-store.js'
import { noticeRoutes, type NoticeRouteDeps } from './candidate-routes.js'
import type { Transcriber } from '../../ports/transcriber.js'
import { loadNotice, noticeNaming, noticeNamingTranscriber } from './notice.js'

export const consentFeature = {
  name: 'consent',
  stores: ({ connection }: StoreTools) => ({ consents: consentStore(connection) }),
  gives: ({
    modelScorer,
    transcriber,
  }: {
    modelScorer: ModelScorer | undefined
    transcriber: Transcriber | undefined
  }) => ({
    notice: noticeNamingTranscriber(noticeNaming(loadNotice(), modelScorer?.identity), transcriber?.identity),
  }),
  routers: (deps: NoticeRouteDeps) => [noticeRoutes(deps)],
} satisfies Manifest
