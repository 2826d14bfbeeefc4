/** Does one thing that follows a decision. Each may be done twice: the same keys, insert-once, moves along the table only. */
import type { Notifications } from '../../notifications/index.js'
import { createInvitation, type CreateDeps } from '../../invitations/index.js'
import { keepLetter, type DraftLetterDeps } from '../letters/keep-letter.js'
import { applicationRef } from '../../talent/index.js'
import { moveApplication, type MoveApplicationDeps } from '../states/move-application.js'
import type { Consequence } from './consequences.js'
import type { Decision } from './decision.js'
import type { DecisionStore } from './decision-store.js'

export interface ConsequenceDeps extends CreateDeps, DraftLetterDeps, MoveApplicationDeps {
  decisions: Pick<DecisionStore, 'raise' | 'keepLetter'>
  notifications: Pick<Notifications, 'enqueue' | 'tellGroup'>
}

export async function carryOutConsequence(
  deps: ConsequenceDeps,
  one: Consequence,
  { decision, at }: { decision: Decision; at: Date },
): Promise<void> {
  const { id, orgId, candidateId, applicationId } = decision
  const ids = applicationRef(decision)
  switch (one.kind) {
    case 'application-moves':
      await moveApplication(deps, { ...ids, ...one.happening, at })
      return
    case 'letter-kept':
      return keepLetter(deps, decision, at)
    case 'invited':
      await createInvitation(deps, { ...ids, windowHours: one.windowHours })
      return
    case 'decision-raised': {
      const { id: decisionId } = await deps.decisions.raise(one.decision)
      return deps.timeline.append({ orgId, candidateId, applicationId, decisionId, at, kind: one.noted })
    }
    case 'candidate-told':
      return deps.notifications.enqueue(one.message)
    case 'group-told':
      return deps.notifications.tellGroup(one.event)
    case 'noted':
      return deps.timeline.append({ orgId, candidateId, applicationId, decisionId: id, at, kind: one.as })
  }
}
