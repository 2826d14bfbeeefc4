/** message/recall (reference 02): within 24 hours, else 42052. 40035 for a msgid that is unknown or recalled is our assumption. */
import { PlatformError } from '../core/platform-error.js'
import type { World } from '../core/world.js'
import { takeBack } from '../members/inbox.js'

const recallableMs = 24 * 3_600_000

export function recallMessage(world: World, { msgid }: Record<string, unknown>): void {
  const { corp } = world.state
  const sent = corp.sent.find((known) => known.msgid === msgid)
  if (!sent) throw new PlatformError(40035, 'invalid msgid')
  if (world.now() - sent.at > recallableMs) throw new PlatformError(42052, 'message is too old to recall')

  for (const member of corp.members) {
    const messageId = sent.messages[member.id]
    if (messageId) takeBack(world, member, messageId)
  }
  corp.sent = corp.sent.filter((known) => known !== sent)
}
