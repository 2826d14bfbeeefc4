/**
 * In which order somebody goes from one candidate to the next: as in the list they came from, to its end, also behind the pages that
 * were read. Ids and filters only, in this tab.
 */
import { watch } from 'vue'
import { keepDraft, keptDraft } from './kept-drafts.js'
import { session } from './session.js'
import { readWaiting, type WaitingAsked } from './waiting-page.js'

interface Queue {
  ids: readonly string[]
  /** What reads those behind them, in the list of who waits. */
  more?: WaitingAsked | undefined
}

const place = () => ({ memberId: session.me?.id ?? '', page: '' })
const keep = (queue: Queue) => keepDraft(sessionStorage, place(), 'queue', queue)

export function useQueue(queue: () => Queue): void {
  watch(queue, keep, { immediate: true })
}

function queued(): Queue {
  const kept = keptDraft(sessionStorage, place(), 'queue') as Partial<Queue> | undefined
  return { ids: Array.isArray(kept?.ids) ? kept.ids : [], more: kept?.more }
}

export interface Next {
  id: string
  left: number
  /** There are more than these. */
  more: boolean
}

/** After this one, and how many there are then; from the beginning when this one is not among them. */
export function nextIn({ ids, more }: Queue, id: string): Next | undefined {
  const rest = ids.slice(ids.indexOf(id) + 1)
  const [first] = rest
  return first === undefined ? undefined : { id: first, left: rest.length, more: more !== undefined }
}

export async function nextAfter(id: string): Promise<Next | undefined> {
  const queue = queued()
  const next = nextIn(queue, id)
  if (next || !queue.more) return next
  const { waiting, more } = await readWaiting(queue.more)
  const longer = { ids: [...queue.ids, ...waiting.map(({ applicationId }) => applicationId)], more }
  keep(longer)
  return nextIn(longer, id)
}
