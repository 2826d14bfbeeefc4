import { stringify } from 'csv-stringify/sync'
import type { AuditEntryView, AuditPage } from '../../../shared/contracts/audit.js'
import type { AuditFilter, AuditStore, ListedEntry } from './audit-store.js'

const pageSize = 100
const csvSize = 5_000

interface Deps {
  auditEntries: Pick<AuditStore, 'list'>
}

/** Newest first; `next` is where the following page begins. */
export const readAuditPage = (deps: Deps, orgId: string, filter: AuditFilter): Promise<AuditPage> => readUpTo(deps, orgId, { filter, size: pageSize })

/** The same as CSV in larger pages. What a spreadsheet would take for a formula is quoted out of it. */
export async function readAuditCsv(deps: Deps, orgId: string, filter: AuditFilter): Promise<{ csv: string; count: number; next?: string }> {
  const { entries, next } = await readUpTo(deps, orgId, { filter, size: csvSize })
  const rows = entries.map(({ subject, ...entry }) => ({ ...entry, subjectKind: subject?.kind, subjectId: subject?.id }))
  return { csv: stringify(rows, { header: true, columns, escape_formulas: true, bom: true }), count: entries.length, ...(next && { next }) }
}

const columns = ['at', 'actor', 'via', 'action', 'subjectKind', 'subjectId', 'result', 'code', 'count', 'segment', 'sequence']

async function readUpTo({ auditEntries }: Deps, orgId: string, { filter, size }: { filter: AuditFilter; size: number }): Promise<AuditPage> {
  const found = await auditEntries.list(orgId, filter, size + 1)
  const page = found.slice(0, size)
  const last = page.at(-1)
  return { entries: page.map(presentEntry), ...(found.length > size && last && { next: last.id }) }
}

function presentEntry({ at, actor, via, action, subject, result, code, count, segment, sequence }: ListedEntry): AuditEntryView {
  return {
    at: at.toISOString(), actor, via, action, result, segment, sequence,
    ...(subject && { subject }), ...(code && { code }), ...(count !== undefined && { count }),
  }
}
