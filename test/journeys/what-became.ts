/** What became of messages: by the ledger, and by what stands in phones and in the group. */
import type { InboxMessage } from '../../shared/contracts/sandbox.js'
import { sandboxCredentials } from '../../shared/contracts/sandbox.js'
import type { MessageStatus } from '../../shared/contracts/notifications.js'
import type { WhichAreDue } from '../../server/jobs/look-for-work.js'
import type { Deps } from '../../server/wiring/deps.js'
import { texts } from '../../server/features/notifications/texts/index.js'
import type { Walked } from './crowd.js'
import type { OpenWorld } from './world.js'

export interface LedgerMessage {
  template: string
  status: MessageStatus
  arrives: (message: InboxMessage) => boolean
}

const opened: Record<string, string> = {
  invitation: 'pages/invitation/',
  progress: 'pages/status/',
  result: 'pages/feedback/',
}

/**
 * True when nothing is on its way any more; fills in who everybody is. A process that was killed between telling the candidate and
 * telling the group goes on when its claim's lease is over.
 */
export async function settled(
  deps: Deps & { whichAreDue: WhichAreDue },
  orgId: string,
  people: Walked[],
): Promise<boolean> {
  for (const person of people) {
    const interview = await deps.interviews.find({ orgId, id: person.interviewId })
    if (interview?.status !== 'scored') return false
    person.candidateId = interview.candidateId
    person.shortCode = (await deps.people.shortCodeAndName(orgId, interview.candidateId))!.shortCode
    const sent = await deps.notifications.history(orgId, interview.candidateId)
    if (!sent.some(({ template }) => template === 'result') || sent.some(({ status }) => isOnItsWay(status)))
      return false
  }
  if ((await deps.whichAreDue([{ name: 'follow-reports', due: deps.reports.duePending() }])).length > 0) return false
  if ((await deps.groupEvents.orgsWithNews()).length > 0) return false
  return (await groupMessages(deps, orgId)).every(({ status }) => !isOnItsWay(status))
}

/** By candidate, and the cards under `group`. */
export async function messagesOf(
  deps: Deps,
  orgId: string,
  people: Pick<Walked, 'candidateId'>[],
): Promise<Map<string, LedgerMessage[]>> {
  const ledger = new Map([['group', await groupMessages(deps, orgId)]])
  for (const { candidateId } of people) {
    const sent = await deps.notifications.history(orgId, candidateId)
    ledger.set(
      candidateId,
      sent.map(({ template, status }) => ({
        template,
        status,
        arrives: ({ opens }) => opens?.startsWith(opened[template] ?? '-') ?? false,
      })),
    )
  }
  return ledger
}

export interface GroupRead {
  cards: string[]
  /** Lines as `fact code`, with how often each stands there. A card about many people has counts only. */
  lines: Map<string, number>
  /** How many of each fact the cards tell of together. */
  totals: Map<string, number>
}

export async function readGroup({ sandbox }: OpenWorld): Promise<GroupRead> {
  const cards = (await sandbox.group(sandboxCredentials.group.id)).map(({ content }) =>
    content.replace(/<[^>]+>|\*\*/g, ''),
  )
  const lines = new Map<string, number>()
  const totals = new Map<string, number>()
  for (const card of cards) {
    const onCard = [...card.matchAll(new RegExp(`(${facts}) · \\S+ ([0-9A-Z]{4})`, 'g'))]
    for (const [, fact, code] of onCard) add(lines, `${fact} ${code}`, 1)
    const counted = /^\d+ 条新动态 · (.*)$/m.exec(card)?.[1]
    if (counted)
      for (const [, fact, count] of counted.matchAll(new RegExp(`(${facts}) (\\d+)`, 'g')))
        add(totals, fact!, Number(count))
    else for (const [, fact] of onCard) add(totals, fact!, 1)
  }
  return { cards, lines, totals }
}

const facts = Object.values(texts.groupFacts)
  .map(({ zh }) => zh)
  .join('|')
const add = (counts: Map<string, number>, name: string, by: number) => counts.set(name, (counts.get(name) ?? 0) + by)

async function groupMessages(deps: Deps, orgId: string): Promise<LedgerMessage[]> {
  const found: LedgerMessage[] = []
  for (let card = 1; ; card += 1) {
    const message = await deps.messages.find(orgId, `group-card:${card}`)
    if (!message) return found
    found.push({ template: 'group-card', status: message.status, arrives: () => false })
  }
}

const isOnItsWay = (status: MessageStatus): boolean => status === 'queued' || status === 'sending'
