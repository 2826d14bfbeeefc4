/** Filters of the audit trail, and an entry as a line. Pure. */
import type { AuditEntryView, AuditPage, AuditQuery } from '../../../../shared/contracts/audit.js'
import { fromField } from '../../parts/times.js'

export const filterNames = ['from', 'to', 'actor', 'action', 'subject', 'result'] as const
export type AuditFilter = Record<(typeof filterNames)[number], string>

/** Times of the fields are the organisation's; what is empty or half typed is left out. */
export function queryFrom(filter: AuditFilter, zone: string): AuditQuery {
  const times = { from: fromField(filter.from, zone), to: fromField(filter.to, zone) }
  const rest = { actor: filter.actor, action: filter.action, subject: filter.subject, result: filter.result }
  return Object.fromEntries(Object.entries({ ...times, ...rest }).filter(([, value]) => value)) as AuditQuery
}

/** Members by name, then whoever the page shows or asks for without being one (a stranger's id, the system). */
export function actorsOf(
  { members, entries }: Pick<AuditPage, 'members' | 'entries'>,
  chosen: string,
): (readonly [string, string])[] {
  const named = members.map(({ id, name }) => [id, name] as const).sort(([, a], [, b]) => a.localeCompare(b, 'zh-CN'))
  const known = new Set(members.map(({ id }) => id))
  const others = [...new Set([chosen, ...entries.map(({ actor }) => actor)])]
    .filter((actor) => actor && !known.has(actor))
    .sort()
  return [...named, ...others.map((actor) => [actor, actor] as const)]
}

export const subjectText = ({ subject }: Pick<AuditEntryView, 'subject'>): string =>
  subject ? `${subject.kind} ${subject.id}` : '–'

/** To the second: the order of entries is what an auditor looks at. */
export function momentOf(at: string, zone: string): string {
  return new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).format(new Date(at))
}
