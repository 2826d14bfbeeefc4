/** Wires everything: what a use case asks for by name is found here by that name. Nothing is made anywhere else. */
import type { Config } from '../config.js'
import { storedKinds } from '../data-files/file-kind.js'
import type { Manifest } from '../feature.js'
import { dayBudget, smsWithinBudget, tellGroup, type GroupEvent } from '../features/notifications/index.js'
import type { Scorer } from '../features/assessment/index.js'
import type { Logger } from '../log.js'
import type { KeyRing } from '../mongo/key-ring.js'
import type { Clock } from '../ports/clock.js'
import { features, type Deps } from './features.js'
import { fileKinds } from './file-kinds.js'
import { fileMemory } from './file-memory.js'
import type { NeededOfWhole } from './in-order.js'
import type { Outside } from './outside.js'
import type { Platforms } from './platforms.js'
import type { Stores } from './stores.js'

export type { Deps } from './features.js'

export interface Wiring {
  config: Config
  stores: Stores
  platforms: Platforms
  keys: KeyRing
  /** Closed by who opened it. */
  scorer: Scorer
  clock: Clock
  log: Logger
  wake: (job: string) => void
}

export function buildDeps({ stores, ...wiring }: Wiring): Deps {
  const deps: object = { ...outsideOf(wiring, stores), ...stores }
  const whole = (): NeededOfWhole<typeof features> => deps as Deps
  for (const { gives } of features as readonly Manifest[])
    Object.assign(deps, gives?.(deps as never, whole as () => never))
  return deps as Deps
}

function outsideOf({ config, platforms, ...tools }: Omit<Wiring, 'stores'>, stores: Stores): Outside {
  const { bot: groupBot, sms, ...others } = platforms
  const { orgId, publicUrl, dataDir } = config
  const { quotas, groupEvents } = stores
  const ofDay = {
    quotas,
    orgId,
    clock: tools.clock,
    tellGroup: (event: GroupEvent) => tellGroup({ ...tools, groupEvents }, event),
  }
  return {
    ...others,
    ...tools,
    sms: smsWithinBudget(sms, dayBudget({ ...ofDay, name: 'sms-budget', aDay: config.sms.budgetADay })),
    emailCodes: dayBudget({ ...ofDay, name: 'email-code-budget', aDay: config.emailCodesADay }),
    ...fileMemory(),
    orgId,
    publicUrl,
    dataDir,
    groupBot,
    platformTokens: stores.platformTokens,
    leases: stores.leases,
    quotas: stores.quotas,
    fileKinds: storedKinds(fileKinds, stores),
    templateIds: config.wechat.templateIds,
    wechatNumbers: dayBudget({ ...ofDay, name: 'wechat-number-budget', aDay: config.wechat.numbersADay }),
    modelUse: config.model && {
      runs: config.model.runs,
      calls: dayBudget({ ...ofDay, name: 'model-call-budget', aDay: config.model.callsADay }),
      tokens: dayBudget({ ...ofDay, name: 'model-token-budget', aDay: config.model.tokensADay }),
    },
    transcriberSeconds:
      config.transcriber && dayBudget({ ...ofDay, name: 'transcriber-budget', aDay: config.transcriber.secondsADay }),
    contactProofs: { email: platforms.email !== undefined, wechatNumber: platforms.wechatNumber !== undefined },
    memberCards: { publicUrl, callsBack: platforms.platformCallback !== undefined },
  }
}
