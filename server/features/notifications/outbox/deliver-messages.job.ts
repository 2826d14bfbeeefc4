import type { NotificationDeps } from '../notification-deps.js'
import { workOnMessage } from './work-on-message.js'
import { workThrough } from '../../../jobs/work-through.js'

/** Works off the outbox, one claim at a time, until nothing is due. A message that cannot be worked on holds up no other. */
export async function deliverMessages(deps: NotificationDeps): Promise<void> {
  const toGroup = await deps.maySpeakToGroup()
  await workThrough({
    claim: () => deps.messages.claimDue(deps.clock.now(), { toGroup }),
    work: (claimed) => workOnMessage(deps, claimed),
    failed: (err, { id: messageId }) =>
      deps.log.error({ err, messageId }, 'a message could not be worked on; it is tried again when the lease runs out'),
  })
}
