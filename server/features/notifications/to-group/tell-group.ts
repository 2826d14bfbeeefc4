/** Telling HR's group what happened. Only noted here; the card follows within a minute, the first one at once. */
import type { Clock } from '../../../ports/clock.js'
import { isApart } from './cards-apart.js'
import type { GroupEvent, GroupEventStore } from './group-event-store.js'

export interface TellGroupDeps {
  groupEvents: Pick<GroupEventStore, 'insertOnce' | 'knownCardAt'>
  clock: Clock
  wake: (job: 'post-group-card') => void
}

/**
 * The same key again changes nothing, so a job that runs twice tells once. Within a minute of a card that this process knows of
 * nobody is woken for nothing: the look of each second finds what waits.
 */
export async function tellGroup({ groupEvents, clock, wake }: TellGroupDeps, event: GroupEvent): Promise<void> {
  await groupEvents.insertOnce(event)
  if (isApart(groupEvents.knownCardAt(event.orgId), clock.now())) wake('post-group-card')
}
