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

/** Names an application and what it belongs to; everything about one application carries the four. */
export interface ApplicationRef {
  orgId: string
  candidateId: string
  applicationId: string
  positionId: string
}

export const applicationRef = ({ orgId, candidateId, applicationId, positionId }: ApplicationRef): ApplicationRef => ({
  orgId,
  candidateId,
  applicationId,
  positionId,
})
