/**
 * Tickets of the JS-SDK (reference 08): 7200 s; asked more than 400 times an hour for the corp or 100 for the app, 45009.
 * That the same ticket is returned while it is good is our assumption, from how access tokens behave.
 */
import type { Ticket } from '../core/corp-state.js'
import { PlatformError } from '../core/platform-error.js'
import type { World } from '../core/world.js'

const ticketLifeMs = 7_200_000
const ticketBytes = 64
const perHour = { corp: [{ count: 400, windowMs: 3_600_000 }], agent: [{ count: 100, windowMs: 3_600_000 }] }

export function ticketReply(world: World, kind: Ticket['kind']): Record<string, unknown> {
  const now = world.now()
  if (world.rates.take(`ticket:${kind}`, perHour[kind], now)) throw new PlatformError(45009, 'api freq out of limit')

  const { corp } = world.state
  const good = corp.tickets.find((known) => known.kind === kind && known.expiresAt > now)
  const ticket = good ?? { kind, value: world.newId(ticketBytes), expiresAt: now + ticketLifeMs }
  corp.tickets = [...corp.tickets.filter((known) => known !== good && known.expiresAt > now), ticket]
  return { errcode: 0, errmsg: 'ok', ticket: ticket.value, expires_in: Math.ceil((ticket.expiresAt - now) / 1000) }
}
