/** In which order somebody goes from one candidate to the next: as in the list they came from. Ids only, in this tab. */
import { watch } from 'vue'
import { keepDraft, keptDraft } from './kept-drafts.js'
import { session } from './session.js'

const place = () => ({ memberId: session.me?.id ?? '', page: '' })

export function useQueue(ids: () => readonly string[]): void {
  watch(ids, (shown) => keepDraft(sessionStorage, place(), 'queue', shown), { immediate: true })
}

export const queued = (): string[] => {
  const kept = keptDraft(sessionStorage, place(), 'queue')
  return Array.isArray(kept) ? kept.filter((id): id is string => typeof id === 'string') : []
}

/** After this one, and how many there are then; from the beginning when this one is not among them. */
export function nextIn(ids: readonly string[], id: string): { id: string; left: number } | undefined {
  const rest = ids.slice(ids.indexOf(id) + 1)
  const [first] = rest
  return first === undefined ? undefined : { id: first, left: rest.length }
}
