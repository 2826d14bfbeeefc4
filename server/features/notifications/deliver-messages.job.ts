import type { NotificationDeps } from './notification-deps.js'
import { workOnMessage } from './work-on-message.js'

/** Works off the outbox, one claim at a time, until nothing is due. */
export async function deliverMessages(deps: NotificationDeps): Promise<void> {
  for (;;) {
    const claimed = await deps.messages.claimDue(deps.clock.now())
    if (!claimed) return
    await workOnMessage(deps, claimed)
  }
}
