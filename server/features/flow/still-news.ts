/** Nobody is told that something waits which was decided between the event and its card. */
import type { GroupEvent, GroupEventKind } from '../notifications/index.js'
import type { DecisionStore } from './decisions/decision-store.js'

const aboutWaiting = new Set<GroupEventKind>(['proposed-decline', 'proposed-hold', 'decision-due', 'decision-overdue'])

export function stillNews({ decisions }: { decisions: Pick<DecisionStore, 'findById'> }) {
  return async ({ orgId, kind, about }: Pick<GroupEvent, 'orgId' | 'kind' | 'about'>): Promise<boolean> => {
    if (!aboutWaiting.has(kind)) return true
    if (about.kind !== 'decision') return false
    return (await decisions.findById(orgId, about.id))?.status === 'waiting'
  }
}
