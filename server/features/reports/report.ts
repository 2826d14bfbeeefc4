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
  /** Scored again, because a transcript was corrected. */
  scoredAgainAt?: Date
  /** A person answers the candidate by then. */
  dueAt: Date
  /** A machine's assessment is in it. */
  scored: boolean
  /** As they were asked; empty when nothing is known of them. */
  questionIds: string[]
  /** Questions that a person has to rate; all of them when no machine scored (E5). */
  reviewItems: string[]
}

export interface ReportWithAssessment extends Report {
  assessment?: Assessment
}
