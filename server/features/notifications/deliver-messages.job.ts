import type { NotificationDeps } from './notification-deps.js'
import { workOnMessage } from './work-on-message.js'

/** Messages wait for platforms most of the time, so several are on their way at once. */
const lanes = 8

/** Works off the outbox, one claim at a time in each lane, until nothing is due. */
export async function deliverMessages(deps: NotificationDeps): Promise<void> {
  await Promise.all(Array.from({ length: lanes }, () => workOff(deps)))
}

async function workOff(deps: NotificationDeps): Promise<void> {
  for (;;) {
    const claimed = await deps.messages.claimDue(deps.clock.now())
    if (!claimed) return
    await workOnMessage(deps, claimed)
  }
}
