/** What is done with a message under a claim. Every path ends the claim, unless the process dies. */
import { aboutOfTemplate, type AboutKind } from '../about.js'
import { maxAttempts } from '../../../mongo/claim-one.js'
import { endAfterCrash, endDropped, endFailed } from './end-message.js'
import type { Message } from './message.js'
import type { Claimed } from './message-store.js'
import type { NotificationDeps } from '../notification-deps.js'
import { sendToCandidate } from '../to-candidate/send-to-candidate.js'
import { sendToGroup } from '../to-group/send-to-group.js'
import { sendToMember } from '../to-member/send-to-member.js'

export async function workOnMessage(deps: NotificationDeps, claimed: Claimed): Promise<void> {
  if (claimed.status === 'sending') return endAfterCrash(deps, claimed)
  if (claimed.claims > maxAttempts) return endFailed(deps, claimed, 'too-many-attempts')
  const outdated = await whyOutdated(deps, claimed)
  if (outdated) return endDropped(deps, claimed, outdated)

  const { to } = claimed
  switch (to.kind) {
    case 'candidate':
      return sendToCandidate(deps, { ...claimed, to })
    case 'group':
      return sendToGroup(deps, { ...claimed, to })
    case 'member':
      return sendToMember(deps, { ...claimed, to })
  }
}

/** A message is never sent after the state that it announces has passed (M5). */
async function whyOutdated({ stillTrue, clock }: NotificationDeps, message: Claimed): Promise<string | undefined> {
  if (message.notAfter && clock.now() >= message.notAfter) return 'too-late'
  const allowed: readonly AboutKind[] = aboutOfTemplate[message.template]
  if (!allowed.includes(message.about.kind)) return `about-${message.about.kind}`
  const isTrue = stillTrue[message.template] as ((one: Message) => Promise<true | string>) | undefined
  const verdict = (await isTrue?.(message)) ?? true
  return verdict === true ? undefined : verdict
}
