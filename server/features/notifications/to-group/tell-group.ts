/** Telling HR's group what happened. Only noted here; the card follows within a minute, the first one at once. */
import type { GroupEvent, GroupEventStore } from './group-event-store.js'

export interface TellGroupDeps {
  groupEvents: Pick<GroupEventStore, 'insertOnce'>
  wake: (job: 'post-group-card') => void
}

/** The same key again changes nothing, so a job that runs twice tells once. */
export async function tellGroup({ groupEvents, wake }: TellGroupDeps, event: GroupEvent): Promise<void> {
  await groupEvents.insertOnce(event)
  wake('post-group-card')
}
