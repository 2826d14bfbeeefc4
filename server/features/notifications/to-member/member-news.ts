/** What a member of the staff is told by a message of our app, one to one. Ids only: who the candidate is, is looked up when it goes. */
import type { MemberTemplate } from '../../../../shared/contracts/notifications.js'
import type { Bilingual } from '../../../../shared/contracts/text.js'
import type { About } from '../about.js'
import type { NewMessage } from '../outbox/message-store.js'
import type { NotificationDeps } from '../notification-deps.js'

interface Concerns {
  orgId: string
  /** What is told once, for example the decision's id; everybody who is told gets it once. */
  key: string
  candidateId: string
  applicationId: string
  positionId: string
  positionTitle: Bilingual
}

export type MemberNews =
  | (Concerns & { kind: 'decision-overdue'; decisionId: string; stageName: Bilingual; dueAt: Date })
  | (Concerns & { kind: 'delivery-failed'; messageId: string })

/** As it lies in the outbox: moments become text there. */
export type StoredNews =
  | (Concerns & { kind: 'decision-overdue'; decisionId: string; stageName: Bilingual; dueAt: string })
  | (Concerns & { kind: 'delivery-failed'; messageId: string })

type Deps = Pick<NotificationDeps, 'messages' | 'clock' | 'wake'>

/** The same news to the same member again changes nothing. */
export async function tellMember({ messages, clock, wake }: Deps, userid: string, news: MemberNews): Promise<void> {
  const now = clock.now()
  const fresh: NewMessage = {
    orgId: news.orgId,
    dedupeKey: `${news.kind}:${news.key}:${userid}`,
    about: aboutOf(news),
    to: { kind: 'member', userid },
    template: news.kind satisfies MemberTemplate,
    quiet: 'hold',
    queuedAt: now,
    dueAt: now,
  }
  await messages.insertOnce(fresh, news)
  wake('deliver-messages')
}

const aboutOf = (news: MemberNews): About =>
  news.kind === 'decision-overdue' ? { kind: 'decision', id: news.decisionId } : { kind: 'message', id: news.messageId }

/** Everybody who is to know about this position. Returns how many; nobody is not a fault here, the group hears of it anyway. */
export async function tellMembers(deps: Deps & Pick<NotificationDeps, 'tellWhom'>, news: MemberNews): Promise<number> {
  const userids = await deps.tellWhom(news.orgId, news.positionId)
  for (const userid of userids) await tellMember(deps, userid, news)
  return userids.length
}
