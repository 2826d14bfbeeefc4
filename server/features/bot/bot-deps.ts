/** What the bot needs from the features before it and from outside; wired in feature.ts. */
import type { ReviewCounts } from '../../../shared/contracts/review-queue.js'
import type { Role } from '../../../shared/contracts/staff.js'
import type { AuditTrail } from '../../ports/audit-trail.js'
import type { Clock } from '../../ports/clock.js'
import type { StaffCaller } from '../../ports/staff.js'
import type { Organisation } from '../accounts/index.js'
import type { Decision, AppealListDeps, DecisionStore, Verdict } from '../flow/index.js'
import type { InterviewStore } from '../interviews/index.js'
import type { ExtendDeps, InvitationStore, Sharing } from '../invitations/index.js'
import type { Notifications } from '../notifications/index.js'
import type { Position } from '../positions/index.js'
import type { ReportStore } from '../reports/index.js'
import type { ApplicationStore, CandidateStore } from '../talent/index.js'
import type { ConfirmationStore } from './confirmation-store.js'
import type { GroupChatStore } from './group-chat-store.js'

export interface BotDeps extends Omit<ExtendDeps, 'invitations' | 'notifications'> {
  candidates: Pick<CandidateStore, 'findByShortCode' | 'findByName' | 'findWithIdentity' | 'findManyWithIdentity'>
  applications: Pick<ApplicationStore, 'findById' | 'listOf' | 'listRecent'>
  invitations: InvitationStore
  interviews: Pick<InterviewStore, 'findSummaries' | 'countSubmittedSince'>
  reports: Pick<ReportStore, 'findManyByApplication' | 'countReadySince'>
  appeals: AppealListDeps['appeals']
  decisions: Pick<DecisionStore, 'listOfMany' | 'listWaiting' | 'countWaiting' | 'countOverdue'>
  /** Every position there is, for a title that was typed in part. */
  positionsOf: (orgId: string) => Promise<Position[]>
  /** The flow's one use case for deciding. Throws its AppErrors. */
  decideOn: (ruling: {
    decision: Decision
    verdict: Verdict
    by: string
    reason: string
    roles: readonly Role[]
    key: string
  }) => Promise<unknown>
  /** How many answers behind it this member may read and has not reviewed. */
  toReviewBy: (decision: Decision, member: StaffCaller) => Promise<number>
  /** How much waits to be rated, as the console shows it to this member. */
  reviewCounts: (member: StaffCaller) => Promise<ReviewCounts>
  sharing: Sharing
  notifications: Pick<Notifications, 'deliver' | 'history'>
  confirmations: Pick<ConfirmationStore, 'insertOnce' | 'find' | 'take'>
  groupChats: Pick<GroupChatStore, 'name'>
  organisationOf: (orgId: string) => Promise<Organisation>
  /** Undefined: nobody who works here. */
  memberOf: (orgId: string, userid: string) => Promise<StaffCaller | undefined>
  audit: AuditTrail
  /** Page of the console with somebody's report; opens through WeCom's sign-in. */
  reportLink: (applicationId: string) => string
  clock: Clock
}
