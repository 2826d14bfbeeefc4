/**
 * Turns what happened into at most one card a minute per organisation. The process may die between any two lines: a card that
 * was begun is finished under the same number, and the outbox takes each number once.
 */
import type { NotificationDeps } from './notification-deps.js'
import type { Desk, GroupEvent } from './group-event-store.js'
import type { Language } from '../../../shared/contracts/text.js'
import type { BotCard } from '../../ports/group-bot.js'
import { mostLines, renderGroupCard, type CardLine } from './render-group-card.js'

type Deps = Pick<NotificationDeps, 'groupEvents' | 'messages' | 'settingsOf' | 'people' | 'waiting' | 'reportButtons' | 'clock' | 'wake' | 'log'>

export interface GroupCard {
  markdown: string
  card?: BotCard
}

const apartMs = 60_000

export async function postGroupCards(deps: Deps): Promise<void> {
  for (const orgId of await deps.groupEvents.orgsWithNews()) {
    await postGroupCard(deps, orgId).catch((err: unknown) => {
      deps.log.error({ err, orgId }, 'a card for the group could not be made; it is tried again when the lease runs out')
    })
  }
}

async function postGroupCard(deps: Deps, orgId: string): Promise<void> {
  if (!(await mayPost(deps, orgId))) return
  const desk = await deps.groupEvents.claimDesk(orgId, deps.clock.now())
  if (!desk) return

  const unfinished = await deps.groupEvents.unfinishedCard(orgId)
  const begun = unfinished === undefined ? await beginCard(deps, desk) : { ...desk, card: unfinished }
  if (begun) await finishCard(deps, begun)
  await deps.groupEvents.leaveDesk(desk)
}

/** Looks before it claims: it is woken by every event, and most of them come within a minute of the last card. */
async function mayPost({ groupEvents, clock }: Deps, orgId: string): Promise<boolean> {
  const cardAt = await groupEvents.lastCardAt(orgId)
  return isApart(cardAt, clock.now()) || (await groupEvents.unfinishedCard(orgId)) !== undefined
}

async function beginCard({ groupEvents, clock }: Deps, desk: Desk): Promise<Desk | undefined> {
  const now = clock.now()
  if (!isApart(desk.cardAt, now)) return undefined

  const next = await groupEvents.beginCard(desk, now)
  if (next) await groupEvents.putNewsOnCard(next)
  return next
}

const isApart = (cardAt: Date | undefined, now: Date): boolean => !cardAt || now.getTime() - cardAt.getTime() >= apartMs

async function finishCard(deps: Deps, desk: Desk): Promise<void> {
  const { orgId, card } = desk
  const events = await deps.groupEvents.unpostedOn(desk)
  if (events.length === 0) return

  const now = deps.clock.now()
  const { language, groupId } = await deps.settingsOf(orgId)
  const lines = events.length > mostLines ? events : await Promise.all(events.map((event) => lineOf(deps, event)))
  const body = withButtons(deps, desk, { events, language, markdown: renderGroupCard({ lines, waiting: await deps.waiting(orgId), language, now }) })
  await deps.messages.insertOnce(
    { orgId, dedupeKey: `group-card:${card}`, to: { kind: 'group', groupId }, template: 'group-card', quiet: 'exempt', queuedAt: now, dueAt: now },
    body,
  )
  await deps.groupEvents.markPosted(desk)
  deps.wake('deliver-messages')
}

async function lineOf({ people }: Deps, { orgId, candidateId, kind, positionTitle, details }: GroupEvent): Promise<CardLine> {
  const person = candidateId === undefined ? undefined : await people.shortCodeAndName(orgId, candidateId)
  return { kind, ...(candidateId === undefined && { aboutNobody: true as const }), ...(person && { person }), ...(positionTitle && { positionTitle }), ...(details && { details }) }
}

/** One report on it: its buttons go with it, and where there are no buttons, the link. */
function withButtons({ reportButtons }: Deps, { card: number, orgId }: Desk, { events, language, markdown }: { events: GroupEvent[]; language: Language; markdown: string }): GroupCard {
  const reports = events.filter(({ applicationId }) => applicationId !== undefined)
  const buttons = reports.length === 1 ? reportButtons(reports[0]!.applicationId!, language) : []
  if (buttons.length === 0) return { markdown }

  const links = buttons.flatMap((button) => ('url' in button ? [`[${button.text}](${button.url})`] : []))
  const words = wordsOfCard(markdown, { index: events.indexOf(reports[0]!), of: events.length })
  return { markdown: [markdown, ...links].join('\n'), ...(words && { card: { cardId: `news-${orgId}-${number}`, ...words, buttons } }) }
}

/** More would be cut off on a template card (90236); the text by the webhook has room. */
const mostOnCard = { title: 36, text: 160 }

/** The report first, then who waits, then whatever else happened. A template card shows text as it is. */
function wordsOfCard(markdown: string, report: { index: number; of: number }): { title: string; text: string } | undefined {
  const [head, waits, ...lines] = markdown.replace(/<[^>]*>|\*\*/g, '').replace(/^> /gm, '').split('\n')
  const title = report.of === 1 ? head : lines[report.index]
  const others = report.of === 1 ? lines : lines.filter((_, index) => index !== report.index)
  const text = [waits, ...others].join('\n')
  if (title === undefined || title.length > mostOnCard.title || text.length > mostOnCard.text) return undefined
  return { title, text }
}
