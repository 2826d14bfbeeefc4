/** Nobody is told that something waits which was decided between the event and its card. */
import type { GroupEvent, GroupEventKind } from '../notifications/index.js'
import type { DecisionStore } from './decisions/decision-store.js'

const aboutWaiting = new Set<GroupEventKind>(['proposed-decline', 'proposed-hold', 'decision-due', 'decision-overdue'])

/** Their keys name the decision: `proposed:<id>`, `decision-due:<id>`. */
export function stillNews({ decisions }: { decisions: Pick<DecisionStore, 'findById'> }) {
  return async ({ orgId, kind, key }: Pick<GroupEvent, 'orgId' | 'kind' | 'key'>): Promise<boolean> => {
    if (!aboutWaiting.has(kind)) return true
    return (await decisions.findById(orgId, key.split(':')[1] ?? ''))?.status === 'waiting'
  }
}
