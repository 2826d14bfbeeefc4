/** One application of a candidate to a position. */
import type { Resume } from '../../../shared/contracts/talent.js'

export const applicationStatuses = ['received', 'screened', 'failed'] as const
export type ApplicationStatus = (typeof applicationStatuses)[number]

export interface Application {
  id: string
  orgId: string
  candidateId: string
  positionId: string
  source: 'mini-program' | 'import'
  status: ApplicationStatus
  appliedAt: Date
}

/** The same content gives the same text, whatever the order of the keys. */
export function canonicalResume(resume: Resume): string {
  return JSON.stringify(sorted(resume))
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, inner]) => [key, sorted(inner)]))
}
