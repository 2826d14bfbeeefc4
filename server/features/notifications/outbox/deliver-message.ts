import type { Delivery } from './message.js'
import { deliveryOf } from './message.js'
import { enqueueMessage, type CandidateMessage } from './enqueue-message.js'
import type { NotificationDeps } from '../notification-deps.js'
import { workOnMessage } from './work-on-message.js'

const soonMs = 1_000

/**
 * Puts the message into the outbox and tries at once. Asked again with the same key, it returns what became of the first: a
 * caller may die and run again. `later` means that the outbox goes on by itself; `at` is when asking again makes sense.
 */
export async function deliverMessage(deps: NotificationDeps, message: CandidateMessage): Promise<Delivery> {
  await enqueueMessage(deps, message)
  const claimed = await deps.messages.claimThis(message, deps.clock.now())
  if (claimed) await workOnMessage(deps, claimed)

  const now = (await deps.messages.find(message.orgId, message.dedupeKey))!
  return deliveryOf(now, new Date(deps.clock.now().getTime() + soonMs))
}
