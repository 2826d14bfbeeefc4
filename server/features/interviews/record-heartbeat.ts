import type { Interview } from './interview.js'
import { act, contact, type Act } from './phone.js'
import { allowed, type Ruling } from './ruling.js'

/** Every five seconds while the page is open, and once when it is hidden or shown. */
export function recordHeartbeat(interview: Interview, { visible, ...who }: Act & { visible: boolean }): Ruling {
  return act(interview, who, (current) => allowed(contact(current, who.now, visible)))
}
