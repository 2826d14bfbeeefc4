/** The one object other features hold: send, tell the group, look back. */
import type { NotificationDeps } from './notification-deps.js'
import { deliverMessage } from './outbox/deliver-message.js'
import { enqueueMessage, type CandidateMessage } from './outbox/enqueue-message.js'
import type { GroupEvent } from './to-group/group-event-store.js'
import type { Delivery } from './outbox/message.js'
import { tellMembers, type MemberNews } from './to-member/member-news.js'
import { messageHistory, type SentMessage } from './outbox/message-history.js'
import { tellGroup } from './to-group/tell-group.js'

export interface Notifications {
  /** Into the outbox; the job sends it. */
  enqueue(message: CandidateMessage): Promise<void>
  /** Into the outbox, and tried at once. */
  deliver(message: CandidateMessage): Promise<Delivery>
  tellGroup(event: GroupEvent): Promise<void>
  /** By our app, to those who are told what concerns the position; returns how many. */
  tellMembers(news: MemberNews): Promise<number>
  /** About one application where it is named. */
  history(orgId: string, candidateId: string, applicationId?: string): Promise<SentMessage[]>
}

/** `whole`: sending needs later features, which are wired by the time that something is sent. */
export function notifications(whole: () => NotificationDeps): Notifications {
  return {
    async enqueue(message) {
      const deps = whole()
      await enqueueMessage(deps, message)
      if (!message.notBefore || message.notBefore <= deps.clock.now()) deps.wake('deliver-messages')
    },
    deliver: (message) => deliverMessage(whole(), message),
    tellMembers: (news) => tellMembers(whole(), news),
    tellGroup: (event) => tellGroup(whole(), event),
    history: (orgId, candidateId, applicationId) =>
      messageHistory(whole(), { orgId, candidateId, ...(applicationId !== undefined && { applicationId }) }),
  }
}
