/** What was sent to a candidate: what it was, whether it went, and which way. Why that way was chosen is the router's business. Pure. */
import type { ApplicationForStaff } from '../../../shared/contracts/staff-reports.js'
import type { Bilingual } from '../../../shared/contracts/text.js'
import { channelNames, type Notifications } from '../notifications/index.js'
import { texts } from './texts/index.js'

type Sent = Awaited<ReturnType<Notifications['history']>>[number]
type Attempt = Sent['attempts'][number]

export function presentMessage({
  template,
  status,
  queuedAt,
  settledAt,
  attempts,
}: Pick<Sent, 'template' | 'status' | 'queuedAt' | 'settledAt' | 'attempts'>): ApplicationForStaff['messages'][number] {
  const last = attempts.at(-1)
  const channel = last ? channelNames[last.channel] : texts.message.noChannel
  const lost = attempts.flatMap(({ channel: name, outcome }) => (outcome === 'undelivered' ? [channelNames[name]] : []))
  const how = fateOf({ status, last: last?.outcome, wasLost: lost.length > 0 }, channel)
  return {
    at: (settledAt ?? queuedAt).toISOString(),
    template,
    status,
    detail: texts.message.line(
      texts.message.name[template],
      lost.reduceRight((after, name) => texts.message.undelivered(name, after), how),
    ),
  }
}

function fateOf(
  { status, last, wasLost }: { status: Sent['status']; last: Attempt['outcome'] | undefined; wasLost: boolean },
  channel: Bilingual,
): Bilingual {
  if (status === 'sent' && last === 'delivered') return texts.message.delivered(channel)
  return status === 'failed' && wasLost ? texts.message.noWayLeft : texts.message.status[status](channel)
}
