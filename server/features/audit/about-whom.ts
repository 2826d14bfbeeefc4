/**
 * The trail keeps ids only. Auditors ask by an id, or by the short code that people use, or half of it: then for all that is about those
 * candidates.
 */
import type { AuditQuery } from '../../../shared/contracts/audit.js'
import type { AuditFilter } from './audit-store.js'

type Ids = Promise<readonly { id: string }[]>

export interface AboutDeps {
  candidates: { idsByCode(orgId: string, code: string, most: number): Promise<string[]> }
  applications: { listOf(orgId: string, candidateIds: string[]): Ids }
  decisions: { listOf(orgId: string, applicationId: string): Ids }
  reports: { findByApplication(orgId: string, applicationId: string): Promise<{ id: string } | undefined> }
}

/** Half a code fits few of many: whoever gets none of theirs types one character more. */
const mostPeople = 20

export async function inIds(
  deps: AboutDeps,
  orgId: string,
  { subject, ...filter }: Omit<AuditQuery, 'format'>,
): Promise<AuditFilter> {
  if (!subject) return filter
  const people = await deps.candidates.idsByCode(orgId, subject, mostPeople)
  if (people.length === 0) return { ...filter, subject: [subject] }
  const applications = await deps.applications.listOf(orgId, people)
  const beside = await Promise.all(applications.map(({ id }) => besideOf(deps, orgId, id)))
  return { ...filter, subject: [subject, ...people, ...applications.map(({ id }) => id), ...beside.flat()] }
}

async function besideOf({ decisions, reports }: AboutDeps, orgId: string, applicationId: string): Promise<string[]> {
  const [raised, report] = await Promise.all([
    decisions.listOf(orgId, applicationId),
    reports.findByApplication(orgId, applicationId),
  ])
  return [...raised.map(({ id }) => id), ...(report ? [report.id] : [])]
}
