/** One report about one interview. What a machine wrote is only there while the candidate consents to it. */
import type { Assessment } from '../../../shared/contracts/assessment.js'
import type { ReportStatus } from '../../../shared/contracts/reports.js'

export interface Report {
  id: string
  orgId: string
  interviewId: string
  invitationId: string
  applicationId: string
  candidateId: string
  positionId: string
  status: ReportStatus
  readyAt: Date
  /** A person answers the candidate by then. */
  dueAt: Date
}

export interface ReportWithAssessment extends Report {
  assessment?: Assessment
}
