/** Wires the bot: who leads it, what its commands use. Without one configured, the group's webhook tells what it told before. */
import { randomBytes } from 'node:crypto'
import type { Outside } from './deps.js'
import { findStaff } from '../features/accounts/index.js'
import {
  botLeader,
  decisionButtons,
  groupCardsByBot,
  type AnswerDeps,
  type BotDeps,
  type BotLeader,
} from '../features/bot/index.js'
import { decide, toReviewBy, type DecideDeps, type WaitingDeps } from '../features/flow/index.js'
import type { NotificationDeps } from '../features/notifications/index.js'
import { systemClock } from '../ports/clock.js'

export function openLeader({ config, platforms, stores, log, wake }: Outside): BotLeader | undefined {
  return (
    platforms.bot &&
    botLeader({
      orgId: config.orgId,
      bot: platforms.bot,
      leases: stores.leases,
      inbox: stores.botInbox,
      realClock: systemClock,
      wake,
      log,
      randomToken: () => randomBytes(12).toString('hex'),
    })
  )
}

/** A link of the console in a chat: signs in by WeCom on the way, and at once where somebody is signed in already. */
export const reportLinkAt =
  (publicUrl: string) =>
  (applicationId: string): string =>
    `${publicUrl}/api/staff/sign-in?via=wecom&returnTo=${encodeURIComponent(`/console/candidates/${applicationId}`)}`

export function groupWith(
  leader: BotLeader | undefined,
  { platforms, config }: Outside,
): Pick<NotificationDeps, 'group' | 'groupCards' | 'maySpeakToGroup' | 'reportButtons'> {
  if (!leader) return { group: platforms.group, maySpeakToGroup: async () => true, reportButtons: () => [] }
  const linkTo = reportLinkAt(config.publicUrl)
  return {
    group: platforms.group,
    groupCards: groupCardsByBot(leader),
    maySpeakToGroup: () => leader.maySpeak(),
    reportButtons: (applicationId, language) =>
      decisionButtons(['advance', 'hold'], { applicationId, reportLink: linkTo(applicationId), language }),
  }
}

type Common = Omit<BotDeps, 'memberOf' | 'reportLink' | 'decideOn' | 'toReviewBy' | 'wake'> &
  Pick<Outside, 'wake'> &
  Omit<DecideDeps, keyof BotDeps> &
  Pick<DecideDeps, 'decisions'> &
  Pick<WaitingDeps, 'reports' | 'ratings'>

export function answeringWith(leader: BotLeader, { config, stores, log }: Outside, common: Common): AnswerDeps {
  return {
    orgId: config.orgId,
    inbox: stores.botInbox,
    line: () => leader.line(),
    realClock: systemClock,
    log,
    botDeps: {
      ...common,
      memberOf: (orgId, userid) => findStaff(stores, orgId, userid),
      reportLink: reportLinkAt(config.publicUrl),
      decideOn: (ruling) => decide(common, ruling),
      toReviewBy: (decision, memberId) => toReviewBy(common, decision, memberId),
    },
  }
}
