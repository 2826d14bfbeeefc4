/** The link into the mini-program that a message outside WeChat carries; it proves itself what it is about. */
import type { NotificationDeps } from '../../notification-deps.js'
import type { Claimed } from '../../outbox/message-store.js'
import type { Composed } from './candidate-channel.js'

const linkLifeMs = 30 * 24 * 3_600_000

/** Undefined when none could be made: nothing was sent yet, so the message simply comes again. */
export async function linkInto(
  deps: Pick<NotificationDeps, 'links' | 'linkProofs' | 'clock' | 'log'>,
  claimed: Claimed,
  composed: Composed,
): Promise<string | undefined> {
  const query = withProof(deps, claimed, composed)
  const isReceipt = composed.template === 'deletion' // good for long after the message
  const expiresAt = (!isReceipt && claimed.notAfter) || new Date(deps.clock.now().getTime() + linkLifeMs)
  return deps.links.linkTo({ page: composed.page, query, expiresAt }).catch((err: unknown) => {
    deps.log.error({ err, messageId: claimed.id }, 'no link could be made')
    return undefined
  })
}

/** An invitation has a token of its own, a receipt its number; every other page is about the application. */
function withProof(
  { linkProofs }: Pick<NotificationDeps, 'linkProofs'>,
  { orgId, to }: Claimed,
  { template, query }: Composed,
): string {
  if (template === 'invitation' || template === 'deletion' || to.kind !== 'candidate') return query
  const params = new URLSearchParams(query)
  params.set('application', to.applicationId)
  params.set('proof', linkProofs.proofOf(orgId, to.applicationId))
  return params.toString()
}
