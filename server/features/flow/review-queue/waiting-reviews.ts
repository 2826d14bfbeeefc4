/** What a report still wants from raters, and whether somebody may give it. Pure. */
import type { ReviewKind } from '../../../../shared/contracts/review-queue.js'
import {
  isLead,
  lookedAgain,
  whoWasThere,
  type AppealedReport,
  type Rating,
  type Report,
  type SecondRating,
} from '../../reports/index.js'
import type { Role } from '../../../../shared/contracts/staff.js'

export interface WaitingReview {
  kind: ReviewKind
  report: Report
  since: Date
  questionIds: string[]
}

type Rated = Pick<Rating, 'reportId' | 'questionId' | 'by' | 'at'>

export interface ReportParts {
  report: Report
  /** Who waits for a decision after it. */
  decides: boolean
  /** Open ones of this report. */
  seconds: readonly SecondRating[]
  appeal?: AppealedReport | undefined
  /** Of this report. */
  rated: readonly Rated[]
}

export function reviewsOf({ report, decides, seconds, appeal, rated }: ReportParts): WaitingReview[] {
  const first = report.reviewItems.filter((id) => !rated.some(({ questionId }) => questionId === id))
  const looks = appeal ? lookedAgain(appeal, rated) : []
  const again = report.questionIds.filter((id) => !looks.some(({ questionId }) => questionId === id))
  return [
    ...(decides ? reviewWith('first', report, report.readyAt, first) : []),
    ...reviewOfSeconds('second', report, seconds),
    ...reviewOfSeconds('settle', report, seconds),
    ...(appeal ? reviewWith('appeal', report, appeal.askedAt, again) : []),
  ]
}

function reviewOfSeconds(kind: 'second' | 'settle', report: Report, seconds: readonly SecondRating[]): WaitingReview[] {
  const these = seconds.filter(({ status }) => status === kind)
  const since = new Date(Math.min(...these.map((one) => one.since.getTime())))
  return reviewWith(
    kind,
    report,
    since,
    these.map(({ questionId }) => questionId),
  )
}

const reviewWith = (kind: ReviewKind, report: Report, since: Date, questionIds: string[]): WaitingReview[] =>
  questionIds.length > 0 ? [{ kind, report, since, questionIds }] : []

/** Nobody rates twice, whoever declined or rated before does not look again, and two settle what is theirs, or a lead does. */
export function mayDo(
  { kind, questionIds }: WaitingReview,
  {
    memberId,
    roles,
    rated,
    appeal,
  }: {
    memberId: string
    roles: readonly Role[]
    rated: readonly Rated[]
    appeal?: AppealedReport | undefined
  },
): boolean {
  const mine = new Set(rated.filter(({ by }) => by === memberId).map(({ questionId }) => questionId))
  if (kind === 'settle') return isLead(roles) || questionIds.some((id) => mine.has(id))
  if (kind === 'appeal' && appeal && whoWasThere(appeal, rated).has(memberId)) return false
  return questionIds.some((id) => !mine.has(id))
}
