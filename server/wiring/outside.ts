/** What is there before any feature: configuration, clock, keys, log, platforms, the scorer's thread. */
import type { Config } from '../config.js'
import type { StoredKind } from '../data-files/file-kind.js'
import type { Remember } from '../feature.js'
import type { Scorer } from '../features/assessment/index.js'
import type { ModelUse } from '../features/model-scoring/index.js'
import type { Logger } from '../log.js'
import type { KeyRing } from '../mongo/key-ring.js'
import type { leaseStore } from '../mongo/lease-store.js'
import type { Quotas } from '../mongo/quota-store.js'
import type { platformTokenStore } from '../mongo/platform-token-store.js'
import type { Clock } from '../ports/clock.js'
import type { Budget } from '../ports/budget.js'
import type { CandidateSession } from '../../shared/contracts/sessions.js'
import type { Platforms } from './platforms.js'

/** Stores that belong to no feature. */
export interface CommonStores {
  platformTokens: ReturnType<typeof platformTokenStore>
  leases: ReturnType<typeof leaseStore>
  quotas: Quotas
}

export interface Outside extends CommonStores, Omit<Platforms, 'bot'> {
  orgId: string
  publicUrl: string
  dataDir: string
  templateIds: Config['wechat']['templateIds']
  emailCodes: Budget
  wechatNumbers: Budget
  /** What a second scorer may be used for; absent without one. */
  modelUse: ModelUse | undefined
  /** Seconds of sound that may be written down in a day; absent without a transcriber. */
  transcriberSeconds: Budget | undefined
  /** By which other ways than an SMS somebody may prove what is theirs. */
  contactProofs: CandidateSession['contactProofs']
  /** What cards to members say about their buttons. */
  memberCards: { publicUrl: string; callsBack: boolean }
  groupBot: Platforms['bot']
  keys: KeyRing
  scorer: Scorer
  clock: Clock
  log: Logger
  wake: (job: string) => void
  remember: Remember
  fileKinds: readonly StoredKind[]
  /** What was saved counts at once in this process; others look within seconds. */
  forgetFiles: () => void
}
