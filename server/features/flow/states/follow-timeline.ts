/** What invitations write into the timeline also moves the application: they come before the flow and cannot call it. */
import type { Timeline, TimelineEvent, TimelineKind } from '../../timeline/index.js'
import type { FlowEvent } from './application-states.js'
import { moveApplication, type MoveApplicationDeps } from './move-application.js'

const moves: Partial<Record<TimelineKind, FlowEvent>> = {
  'invitation-expired': 'lapse',
  'invitation-revoked': 'lapse',
  'invitation-extended': 'reopen',
}

/** The same timeline, followed. An event of an application that never entered the flow moves nothing. */
export function followedTimeline<Kept extends Timeline>(timeline: Kept, deps: MoveApplicationDeps): Kept {
  return {
    ...timeline,
    async append(event: TimelineEvent) {
      await timeline.append(event)
      await follow(deps, event)
    },
  }
}

async function follow(
  deps: MoveApplicationDeps,
  { kind, orgId, applicationId, candidateId, at }: TimelineEvent,
): Promise<void> {
  const event = moves[kind]
  const standing = event && applicationId !== undefined ? await deps.standings.find(orgId, applicationId) : undefined
  if (!event || !standing) return
  await moveApplication(deps, {
    orgId,
    applicationId: standing.applicationId,
    candidateId,
    positionId: standing.positionId,
    event,
    at,
  })
}
