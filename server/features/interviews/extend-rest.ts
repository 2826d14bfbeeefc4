import { plusMs } from './instants.js'
import type { Interview } from './interview.js'
import { restExtensionMs } from './limits.js'
import { act, type Act } from './phone.js'
import { allowed, type Ruling } from './ruling.js'

export const isRestExtendable = ({ rest }: Interview, now: Date): boolean =>
  rest !== undefined && !rest.extended && now < rest.endsAt

/** Rest a little longer, once between two questions. Asked again, or when there is nothing to extend, it changes nothing. */
export function extendRest(interview: Interview, who: Act): Ruling {
  return act(interview, who, (current) => {
    if (!current.rest || !isRestExtendable(current, who.now)) return allowed(current)
    return allowed({ ...current, rest: { endsAt: plusMs(current.rest.endsAt, restExtensionMs), extended: true } })
  })
}
