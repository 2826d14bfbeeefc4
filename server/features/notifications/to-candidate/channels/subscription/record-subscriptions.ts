import type { RecordSubscriptions } from '../../../../../../shared/contracts/notifications.js'
import type { NotificationDeps } from '../../../notification-deps.js'

type Deps = Pick<NotificationDeps, 'subscriptions' | 'messages' | 'clock' | 'wake'>

interface Choices extends RecordSubscriptions {
  orgId: string
  openid: string
}

/** Notes what the candidate chose when asked, and lets go what waited for that tap. */
export async function recordSubscriptions(
  { subscriptions, messages, clock, wake }: Deps,
  { orgId, openid, choices }: Choices,
): Promise<void> {
  for (const { template, choice } of choices) await subscriptions.record({ orgId, openid, template }, choice)
  await messages.releaseTapped(orgId, openid, clock.now())
  wake('deliver-messages')
}
