/** What was sent to a candidate: what it was, whether it went, and which way. Why that way was chosen is the router's business. Pure. */
import type { ApplicationForStaff } from '../../../shared/contracts/staff-reports.js'
import { channelNames, type Notifications } from '../notifications/index.js'
import { texts } from './texts/index.js'

type Sent = Awaited<ReturnType<Notifications['history']>>[number]

export function presentMessage({
  template,
  status,
  queuedAt,
  settledAt,
  attempts,
}: Pick<Sent, 'template' | 'status' | 'queuedAt' | 'settledAt' | 'attempts'>): ApplicationForStaff['messages'][number] {
  const last = attempts.at(-1)
  const how = texts.message.status[status](last ? channelNames[last.channel] : texts.message.noChannel)
  return {
    at: (settledAt ?? queuedAt).toISOString(),
    template,
    status,
    detail: texts.message.line(texts.message.name[template], how),
  }
}
