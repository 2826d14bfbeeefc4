import type { NotificationDeps } from '../notification-deps.js'
import { workOnMessage } from './work-on-message.js'

/** Works off the outbox, one claim at a time, until nothing is due. A message that cannot be worked on holds up no other. */
export async function deliverMessages(deps: NotificationDeps): Promise<void> {
  const toGroup = await deps.maySpeakToGroup()
  for (;;) {
    const claimed = await deps.messages.claimDue(deps.clock.now(), { toGroup })
    if (!claimed) return
    await workOnMessage(deps, claimed).catch((err: unknown) => {
      deps.log.error(
        { err, messageId: claimed.id },
        'a message could not be worked on; it is tried again when the lease runs out',
      )
    })
  }
}
