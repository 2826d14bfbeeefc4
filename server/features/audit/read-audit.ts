import { stringify } from 'csv-stringify/sync'
import type { AuditEntryView, AuditPage } from '../../../shared/contracts/audit.js'
import type { AuditFilter, AuditStore, ListedEntry } from './audit-store.js'

const pageSize = 100
const csvSize = 5_000

export interface ReadAuditDeps {
  auditEntries: Pick<AuditStore, 'list'>
  /** By member's id. */
  staffNames: (orgId: string) => Promise<ReadonlyMap<string, string>>
}

/** Newest first; `next` is where the following page begins. */
export const readAuditPage = (deps: ReadAuditDeps, orgId: string, filter: AuditFilter): Promise<AuditPage> =>
  readUpTo(deps, orgId, { filter, size: pageSize })

/** The same as CSV in larger pages. What a spreadsheet would take for a formula is quoted out of it. */
export async function readAuditCsv(
  deps: ReadAuditDeps,
  orgId: string,
  filter: AuditFilter,
): Promise<{ csv: string; count: number; next?: string }> {
  const { entries, next } = await readUpTo(deps, orgId, { filter, size: csvSize })
  const rows = entries.map(({ subject, ...entry }) => ({
    ...entry,
    subjectKind: subject?.kind,
    subjectId: subject?.id,
    ids: entry.ids?.join(' '),
  }))
  return {
    csv: stringify(rows, { header: true, columns, escape_formulas: true, bom: true }),
    count: entries.length,
    ...(next && { next }),
  }
}

const columns = [
  'at',
  'actor',
  'actorName',
  'via',
  'action',
  'subjectKind',
  'subjectId',
  'result',
  'code',
  'count',
  'ids',
  'search',
  'segment',
  'sequence',
]

async function readUpTo(
  { auditEntries, staffNames }: ReadAuditDeps,
  orgId: string,
  { filter, size }: { filter: AuditFilter; size: number },
): Promise<AuditPage> {
  const [found, names] = await Promise.all([auditEntries.list(orgId, filter, size + 1), staffNames(orgId)])
  const page = found.slice(0, size)
  const last = page.at(-1)
  return {
    entries: page.map((entry) => presentEntry(entry, names.get(entry.actor))),
    ...(found.length > size && last && { next: last.id }),
    members: [...names].map(([id, name]) => ({ id, name })),
  }
}

function presentEntry(
  { at, actor, via, action, subject, result, code, count, ids, search, segment, sequence }: ListedEntry,
  actorName: string | undefined,
): AuditEntryView {
  return {
    at: at.toISOString(),
    actor,
    via,
    action,
    result,
    segment,
    sequence,
    ...(actorName !== undefined && { actorName }),
    ...(subject && { subject }),
    ...(code && { code }),
    ...(count !== undefined && { count }),
    ...(ids && { ids }),
    ...(search && { search }),
  }
}
