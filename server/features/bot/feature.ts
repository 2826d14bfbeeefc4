/** The bot: who leads it, what its commands use. Without one configured, the group's webhook tells what it told before. */
import { randomBytes } from 'node:crypto'
import type { Manifest, StoreTools } from '../../feature.js'
import { everySecond } from '../../jobs/times.js'
import type { Job } from '../../jobs/job-runner.js'
import { systemClock } from '../../ports/clock.js'
import type { GroupBot } from '../../ports/group-bot.js'
import { findStaff } from '../accounts/index.js'
import {
  countReviews,
  decide,
  toReviewBy,
  type DecideDeps,
  type ReviewQueueDeps,
  type WaitingDeps,
} from '../flow/index.js'
import type { Position } from '../positions/index.js'
import type { NotificationDeps } from '../notifications/index.js'
import { answerBot, type AnswerDeps } from './answer-bot.job.js'
import type { BotDeps } from './bot-deps.js'
import { botInboxStore } from './bot-inbox-store.js'
import { confirmationStore } from './confirmation-store.js'
import { decisionButtons, reportRow } from './decision-buttons.js'
import { groupChatStore } from './group-chat-store.js'
import { groupCardsByBot } from './group-cards-by-bot.js'
import { botLeader, type BotLeader, type LeadDeps } from './lead-bot.js'

const stores = ({ connection, vault }: StoreTools) => ({
  groupChats: groupChatStore(connection),
  botInbox: botInboxStore(connection, vault),
  confirmations: confirmationStore(connection, vault),
})

type Early = ReturnType<typeof stores> &
  Omit<LeadDeps, 'bot' | 'inbox' | 'realClock' | 'randomToken'> & { groupBot: GroupBot | undefined; publicUrl: string }
type Speaking = Pick<NotificationDeps, 'groupCards' | 'maySpeakToGroup' | 'reportButtons'>
type Given = Speaking & { botLeader: BotLeader | undefined }
type Commanding = Omit<
  BotDeps,
  'memberOf' | 'reportLink' | 'decideOn' | 'toReviewBy' | 'reviewCounts' | 'positionsOf' | 'wake'
> &
  DecideDeps &
  WaitingDeps &
  ReviewQueueDeps &
  Pick<AnswerDeps, 'orgId' | 'log'> &
  Parameters<typeof findStaff>[0] & {
    botLeader: BotLeader | undefined
    positions: { findAll(orgId: string): Promise<Position[]> }
    botInbox: AnswerDeps['inbox']
    publicUrl: string
    wake: (job: string) => void
  }

export const botFeature = {
  name: 'bot',
  stores,
  gives(early: Early): Given {
    const leader = leaderOf(early)
    return { botLeader: leader, ...speakingBy(leader, early) }
  },
  jobs(deps: Commanding): Job[] {
    const { botLeader: leader } = deps
    if (!leader) return []
    const answering = answeringBy(leader, deps)
    const due = () => deps.botInbox.dueNext(deps.orgId)
    return [
      { name: 'lead-bot', schedule: everySecond, run: () => leader.tend() },
      { name: 'answer-bot', due, lanes: botLanes, run: () => answerBot(answering) },
    ]
  },
} satisfies Manifest

/** A press of a button has to be answered within five seconds, whatever a command before it waits for. */
const botLanes = 3

function leaderOf({ groupBot, botInbox, ...early }: Early): BotLeader | undefined {
  if (!groupBot) return undefined
  const randomToken = () => randomBytes(12).toString('hex')
  return botLeader({ ...early, bot: groupBot, inbox: botInbox, realClock: systemClock, randomToken })
}

/** A link of the console in a chat: signs in by WeCom on the way, and at once where somebody is signed in already. */
export const reportLinkAt =
  (publicUrl: string) =>
  (applicationId: string): string =>
    `${publicUrl}/api/staff/sign-in?via=wecom&returnTo=${encodeURIComponent(`/console/candidates/${applicationId}`)}`

function speakingBy(
  leader: BotLeader | undefined,
  { publicUrl, groupChats }: Pick<Early, 'publicUrl' | 'groupChats'>,
): Speaking {
  if (!leader) return { maySpeakToGroup: async () => true, reportButtons: () => ({ rows: [], buttons: [] }) }
  const linkTo = reportLinkAt(publicUrl)
  return {
    groupCards: groupCardsByBot(leader, groupChats),
    maySpeakToGroup: () => leader.maySpeak(),
    reportButtons: (applicationId, language) => ({
      rows: [reportRow(linkTo(applicationId), language)],
      buttons: decisionButtons(['advance', 'hold'], { applicationId, language }),
    }),
  }
}

function answeringBy(leader: BotLeader, deps: Commanding): AnswerDeps {
  const { orgId, botInbox: inbox, log } = deps
  return {
    orgId,
    inbox,
    log,
    line: () => leader.line(),
    realClock: systemClock,
    botDeps: botDepsOf(deps),
  }
}

export const botDepsOf = (deps: Commanding): BotDeps => ({
  ...deps,
  memberOf: (orgId, userid) => findStaff(deps, orgId, userid),
  reportLink: reportLinkAt(deps.publicUrl),
  positionsOf: (orgId) => deps.positions.findAll(orgId),
  decideOn: (ruling) => decide(deps, ruling),
  toReviewBy: (decision, member) => toReviewBy(deps, decision, member),
  reviewCounts: (member) => countReviews(deps, member),
})
