/** What other features may use. */

export { deliverMessages } from './outbox/deliver-messages.job.js'
export type { CandidateMessage } from './outbox/enqueue-message.js'
export { groupEventStore } from './to-group/group-event-store.js'
export type { GroupEvent } from './to-group/group-event-store.js'
export type { GroupEventKind } from './to-group/group-texts.js'
export { maskName } from './mask-name.js'
export type { Delivery, Message } from './outbox/message.js'
export { checkMessages, sampleMessages } from './to-candidate/check-messages.js'
export { messageTextStore } from './to-candidate/message-text-store.js'
export { messageStore } from './outbox/message-store.js'
export type { Contact, NotificationDeps, StillTrue } from './notification-deps.js'
export { notifications, type Notifications } from './notifications.js'

export { postGroupCards } from './to-group/post-group-card.job.js'
export { subscriptionStore } from './to-candidate/subscription-store.js'
