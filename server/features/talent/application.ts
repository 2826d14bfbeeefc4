/** One application of a candidate to a position. */
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
