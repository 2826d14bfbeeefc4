import type { Manifest, Remember, StoreTools } from '../../feature.js'
import { platformLanes } from '../../jobs/times.js'
import { mayActOn, type StaffCaller } from '../../ports/staff.js'
import type { NotificationDeps } from './notification-deps.js'
import { notifications } from './notifications.js'
import { deliverMessages } from './outbox/deliver-messages.job.js'
import { messageStore } from './outbox/message-store.js'
import { deliveryReportStore } from './delivery-reports/delivery-report-store.js'
import { noteDeliveries, type NoteDeliveriesDeps } from './delivery-reports/note-deliveries.job.js'
import { deliveryReportRoutes, type ReportRouteDeps } from './delivery-reports/report-routes.js'
import { notificationsPolicy } from './policy.js'
import { subscriptionRoutes } from './to-candidate/channels/subscription/candidate-routes.js'
import { messagesKind } from './to-candidate/messages-file.js'
import { messageTextStore } from './to-candidate/message-text-store.js'
import { subscriptionStore } from './to-candidate/channels/subscription/subscription-store.js'
import { groupEventStore } from './to-group/group-event-store.js'
import { postGroupCards } from './to-group/post-group-card.job.js'

const stores = ({ connection, vault }: StoreTools) => ({
  messages: messageStore(connection, vault),
  messageTexts: messageTextStore(connection),
  subscriptions: subscriptionStore(connection),
  groupEvents: groupEventStore(connection),
  deliveryReports: deliveryReportStore(connection),
})

type Queues = Pick<ReturnType<typeof stores>, 'messages' | 'groupEvents' | 'deliveryReports'>
type Early = ReturnType<typeof stores> & { remember: Remember; accounts: { list: ListMembers } }
type ListMembers = (
  orgId: string,
) => Promise<(Pick<StaffCaller, 'orgId' | 'userid' | 'grants'> & { status: 'active' | 'disabled' })[]>

export const notificationsFeature = {
  name: 'notifications',
  stores,
  fileKinds: [messagesKind],
  gives: ({ messageTexts, accounts, remember }: Early, whole: () => NotificationDeps) => ({
    notifications: notifications(whole),
    textsOf: remember((orgId: string) => messageTexts.findCurrent(orgId)),
    /** WeCom ids of those who are told what concerns a position. */
    async tellWhom(orgId: string, positionId: string): Promise<string[]> {
      const members = await accounts.list(orgId)
      return members
        .filter((member) => member.status === 'active' && mayActOn(member, notificationsPolicy.areTold, positionId))
        .map(({ userid }) => userid)
    },
  }),
  routers: (deps: Parameters<typeof subscriptionRoutes>[0] & ReportRouteDeps) => [
    subscriptionRoutes(deps),
    deliveryReportRoutes(deps),
  ],
  jobs: (deps: NotificationDeps & NoteDeliveriesDeps & Queues) => [
    {
      name: 'note-deliveries',
      due: () => deps.deliveryReports.due(deps.clock.now()),
      run: () => noteDeliveries(deps),
    },
    {
      name: 'deliver-messages',
      due: () => deps.messages.due(deps.clock.now()),
      lanes: platformLanes,
      run: () => deliverMessages(deps),
    },
    { name: 'post-group-card', due: deps.groupEvents.dueNews, run: () => postGroupCards(deps) },
  ],
} satisfies Manifest
