/** The key of one application: kept until the server responded, so that a lost response never makes a second application. */
import type { ApiError } from '../../services/api-error.js'

export interface Submission {
  key: string
  positionId: string
}

export const submissionFor = (positionId: string, kept: Submission | undefined, newKey: () => string): Submission =>
  kept?.positionId === positionId ? kept : { key: newKey(), positionId }

/** A refusal settles the act as much as a success; without a response the same key must go again. */
export const isSettledBy = (error: Pick<ApiError, 'status' | 'isUnanswered'>): boolean =>
  !error.isUnanswered && error.status !== 401 && error.status !== 429
