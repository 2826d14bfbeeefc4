/** Which way an invitation went once more, field by field. */
import type { InvitationSentAgain } from '../../../shared/contracts/invitation-acts.js'
import type { SentAgain } from './send-invitation-again.js'
import type { NotOpen } from './staff-act.js'

export function presentSentAgain(sent: Exclude<SentAgain, NotOpen>): InvitationSentAgain {
  switch (sent.kind) {
    case 'sent':
    case 'unconfirmed':
      return { kind: sent.kind, channel: sent.channel, why: sent.why }
    case 'waits':
      return {
        kind: 'waits',
        ...(sent.until && { until: sent.until.toISOString() }),
        ...(sent.why && { why: sent.why }),
      }
    case 'unreachable':
      return { kind: 'unreachable', ...(sent.why && { why: sent.why }) }
  }
}
