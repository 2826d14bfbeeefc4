import type { Interview } from './interview.js'
import { act, contact, type Act, type Said } from './phone.js'
import { allowed, type Ruling } from './ruling.js'

/** Every five seconds while the page is open, and once when it is hidden or shown. */
export function recordHeartbeat(interview: Interview, { visible, inCall, ...who }: Act & Said): Ruling {
  return act(interview, who, (current) => allowed(contact(current, who.now, { visible, inCall })))
}
