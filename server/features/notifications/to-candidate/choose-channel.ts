/** Which way a message to a candidate goes, and why. Pure; the reason is kept in the ledger. */
import type { CandidateChannelName } from '../../../../shared/contracts/notifications.js'
import type { texts } from '../texts/index.js'
import { quietUntil, type QuietHours } from '../outbox/quiet-hours.js'
import type { Offer, Routing } from './channels/candidate-channel.js'
import { channelNamed } from './channels/channels.js'

export type RouteReason = keyof typeof texts.routes

export interface Choosing extends Routing {
  zone: string
  quietHours: QuietHours
  /** Which the organisation may use, the first first. */
  channels: readonly CandidateChannelName[]
  /** True while quiet hours do not hold this message. */
  exempt: boolean
}

export type Route =
  | (Extract<Offer, { kind: 'go' }> & { channel: CandidateChannelName })
  | Extract<Offer, { kind: 'later' }>
  | { kind: 'unreachable'; why: RouteReason }

export function chooseChannel(choosing: Choosing): Route {
  const { refusedBy, now, zone, quietHours } = choosing
  const quietEnd = choosing.exempt ? undefined : quietUntil(now, zone, quietHours)
  if (quietEnd) return { kind: 'later', at: quietEnd, why: 'quiet-hours' }

  for (const name of choosing.channels) {
    const offer: Offer = refusedBy.includes(name) ? { kind: 'no' } : channelNamed[name].offer(choosing)
    if (offer.kind === 'go') return { ...offer, channel: name }
    if (offer.kind === 'later') return offer
  }
  return { kind: 'unreachable', why: refusedBy.length > 0 ? 'refused-everywhere' : 'no-way' }
}
