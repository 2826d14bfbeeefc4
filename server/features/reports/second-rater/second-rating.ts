/**
 * A second person rates a question, without the machine's score or the first one's (E5, docs/decisions/037): when one is asked for, and what
 * becomes of it. Pure.
 */
import type { Assessment } from '../../../../shared/contracts/assessment.js'
import type { SecondReason, SecondStatus } from '../../../../shared/contracts/second-ratings.js'
import { seededPick } from '../../question-types/index.js'
import type { Report } from '../report.js'

export interface SecondRating {
  id: string
  orgId: string
  reportId: string
  applicationId: string
  candidateId: string
  positionId: string
  questionId: string
  reasons: SecondReason[]
  /** Member's id, where somebody asked by hand. */
  askedBy?: string
  status: SecondStatus
  /** In this status. */
  since: Date
  settledBy?: string
  settledAt?: Date
}

/** What the raters, or a lead, agreed on. */
export interface Settlement {
  score: number
  reason: string
}

/** A band of 1 to 5 is so wide; the second scorer, a model, goes by the same. */
const bandWidth = 0.8

export const isApart = (one: number, other: number): boolean => Math.abs(one - other) >= bandWidth - 1e-9

/** After these ratings, by as many people. */
export function statusAfter(scores: readonly number[]): SecondStatus {
  if (scores.length < 2) return 'second'
  return isApart(Math.min(...scores), Math.max(...scores)) ? 'settle' : 'done'
}

/** What a new report asks for by itself: where two scorers are apart, and in the share that the position's rule draws. */
export function asksOfReport(
  report: Pick<Report, 'interviewId' | 'reviewItems' | 'questionIds'>,
  assessment: Pick<Assessment, 'needsPerson'> | undefined,
  share: number,
): { questionId: string; reason: SecondReason }[] {
  const apart = (assessment?.needsPerson ?? []).flatMap(({ reason, questionId }) =>
    reason === 'scorers-apart' && questionId !== undefined ? [{ questionId, reason: 'scorers-apart' as const }] : [],
  )
  if (!isDrawn(report.interviewId, share)) return apart
  const drawn = report.reviewItems.length > 0 ? report.reviewItems : report.questionIds
  return [...apart, ...drawn.map((questionId) => ({ questionId, reason: 'by-rule' as const }))]
}

const grains = 1_000_000

/** The same for the same interview on every machine: nobody can draw again until it suits. */
export const isDrawn = (interviewId: string, share: number): boolean =>
  seededPick('second-rater', interviewId, grains) < share * grains

/** A question's score of the machine, where it gave one. */
export function machineScore(assessment: Assessment | undefined, questionId: string): number | undefined {
  const found = assessment?.questions.find((one) => one.questionId === questionId)
  return found?.kind === 'numeracy' ? found.score : found?.answer.score
}
