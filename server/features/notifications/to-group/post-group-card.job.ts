/**
 * Turns what happened into at most one card a minute per organisation. The process may die between any two lines: a card that
 * was begun is finished under the same number, and the outbox takes each number once.
 */
import type { NotificationDeps } from '../notification-deps.js'
import type { Desk, GroupEvent } from './group-event-store.js'
import type { BotCard } from '../../../ports/group-bot.js'
import { isApart } from './cards-apart.js'
import { oneLineAPerson, type ToldTogether } from './one-line-a-person.js'
import { mostLines, renderButtonCard, renderGroupCard, type Card, type CardLine } from './render-group-card.js'

type Deps = Pick<
  NotificationDeps,
  | 'groupEvents'
  | 'messages'
  | 'settingsOf'
  | 'people'
  | 'waiting'
  | 'stillNews'
  | 'reportButtons'
  | 'clock'
  | 'wake'
  | 'log'
>

export interface GroupCard {
  markdown: string
  card?: BotCard
}

export async function postGroupCards(deps: Deps): Promise<void> {
  for (const orgId of await deps.groupEvents.orgsWithNews()) {
    await postGroupCard(deps, orgId).catch((err: unknown) => {
      deps.log.error(
        { err, orgId },
        'a card for the group could not be made; it is tried again when the lease runs out',
      )
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

async function finishCard(deps: Deps, desk: Desk): Promise<void> {
  const events = await deps.groupEvents.unpostedOn(desk)
  const told = oneLineAPerson(await stillNewsOf(deps, events))
  if (told.length > 0) await handToOutbox(deps, desk, told)
  if (events.length > 0) await deps.groupEvents.markPosted(desk)
}

async function stillNewsOf({ stillNews }: Deps, events: readonly GroupEvent[]): Promise<GroupEvent[]> {
  const still = await Promise.all(events.map((event) => stillNews(event)))
  return events.filter((_, index) => still[index])
}

async function handToOutbox(deps: Deps, desk: Desk, told: ToldTogether[]): Promise<void> {
  const { orgId, card: number } = desk
  const now = deps.clock.now()
  const { language, groupId } = await deps.settingsOf(orgId)
  const lines =
    told.length > mostLines
      ? told.map(({ event: { kind }, also }) => ({ kind, also }))
      : await Promise.all(told.map((one) => lineOf(deps, one)))
  const body = withButtons(deps, desk, { told, card: { lines, waiting: await deps.waiting(orgId), language, now } })
  await deps.messages.insertOnce(
    {
      orgId,
      dedupeKey: `group-card:${number}`,
      about: { kind: 'group-card', id: `${number}` },
      to: { kind: 'group', groupId },
      template: 'group-card',
      quiet: 'exempt',
      queuedAt: now,
      dueAt: now,
    },
    body,
  )
  deps.wake('deliver-messages')
}

async function lineOf(
  { people }: Deps,
  { event: { orgId, candidateId, kind, positionTitle, details }, also }: ToldTogether,
): Promise<CardLine> {
  const person = candidateId === undefined ? undefined : await people.shortCodeAndName(orgId, candidateId)
  return {
    kind,
    ...(candidateId === undefined && { aboutNobody: true as const }),
    ...(person && { person }),
    ...(positionTitle && { positionTitle }),
    ...(details && { details }),
    also: also.map((one) => ({ kind: one.kind, ...(one.details && { details: one.details }) })),
  }
}

/** One report on it: its buttons go with it, and where there are no buttons, the link. */
function withButtons(
  { reportButtons }: Deps,
  { card: number, orgId }: Desk,
  { told, card }: { told: ToldTogether[]; card: Card },
): GroupCard {
  const markdown = renderGroupCard(card)
  const reports = told.flatMap(({ event: { applicationId } }, index) =>
    applicationId === undefined ? [] : [{ applicationId, index }],
  )
  const [report] = reports.length === 1 ? reports : []
  if (!report) return { markdown }
  const { rows, buttons } = reportButtons(report.applicationId, card.language)
  if (buttons.length === 0) return { markdown }

  const links = rows.flatMap(({ value, opens }) => (opens === undefined ? [] : [`[${value}](${opens})`]))
  const words = fitting(renderButtonCard(card, report.index))
  return {
    markdown: [markdown, ...links].join('\n'),
    ...(words && told.length <= mostLines && { card: { cardId: `news-${orgId}-${number}`, ...words, rows, buttons } }),
  }
}

/** More would be cut off on a bot's card (101032); the text by the webhook has room. */
const mostText = 112

const fitting = <Words extends { text: string }>(words: Words): Words | undefined =>
  words.text.length > mostText ? undefined : words
