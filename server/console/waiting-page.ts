/** A page of those who wait; of a filter that the server only looks a part through at a time, the first one with somebody in it. */
import type { WaitingList, WaitingQuery } from '../../shared/contracts/staff-decisions.js'
import { call } from './api.js'

/** What was asked for. */
export type WaitingAsked = WaitingQuery

export async function readWaiting(
  asked: WaitingAsked,
): Promise<WaitingList & { /** What reads the page behind it. */ more: WaitingAsked | undefined }> {
  for (let query = asked; ;) {
    const list = await call('GET /api/staff/waiting', { query })
    const more = list.next === undefined ? undefined : { ...asked, after: list.next }
    if (list.waiting.length > 0 || !more) return { ...list, more }
    query = more
  }
}
