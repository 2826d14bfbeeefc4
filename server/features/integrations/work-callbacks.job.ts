import type { Clock } from '../../ports/clock.js'
import type { Notifications } from '../notifications/index.js'
import type { CallbackHandlers } from './callback.js'
import type { CallbackStore, ClaimedCallback } from './callback-store.js'
import { workThrough } from '../../jobs/work-through.js'

export interface WorkDeps {
  callbacks: Pick<CallbackStore, 'claimReceived' | 'settle'>
  /** What is done about which event; anything else is kept and marked as ignored. */
  callbackHandlers: CallbackHandlers
  notifications: Pick<Notifications, 'tellGroup'>
  clock: Clock
  log: { error(fields: object, text: string): void }
}

/** Works off what was received, one claim at a time. One that fails holds up no other and is tried again when its lease runs out. */
export async function workCallbacks(deps: WorkDeps): Promise<void> {
  await workThrough({
    claim: () => deps.callbacks.claimReceived(deps.clock.now()),
    work: (claimed) => workOne(deps, claimed),
    giveUp: (claimed) => giveUp(deps, claimed),
    failed: (err, { message: { type }, attempts: attempt }) =>
      deps.log.error({ err, type, attempt }, 'a call-back could not be worked on'),
  })
}

async function workOne(deps: WorkDeps, claimed: ClaimedCallback): Promise<void> {
  const { callbackHandlers, callbacks, clock } = deps
  const { orgId, message, receivedAt } = claimed
  const handle = Object.hasOwn(callbackHandlers, message.type) ? callbackHandlers[message.type] : undefined
  if (!handle) return callbacks.settle(claimed, 'ignored', clock.now())

  await handle({ orgId, message, receivedAt })
  await callbacks.settle(claimed, 'done', clock.now())
}

/** Five failures: the group is told, the call-back stays as it came. */
async function giveUp({ notifications, callbacks, clock }: WorkDeps, claimed: ClaimedCallback): Promise<void> {
  const now = clock.now()
  await notifications.tellGroup({
    orgId: claimed.orgId,
    key: `callback-failed:${claimed.message.key}`,
    kind: 'callback-failed',
    about: { kind: 'callback', id: claimed.message.key },
    at: now,
  })
  await callbacks.settle(claimed, 'failed', now)
}
