/**
 * Who looked again at a report because its candidate asked for it (E8): rated a question since then, and neither declined them nor had
 * rated the report before. Pure.
 */
import type { Rating } from '../rating-store.js'
import type { AppealedReport } from './blind-items.js'

type Rated = Pick<Rating, 'by' | 'at'>

/** Theirs is what somebody else looks at. */
export const whoWasThere = ({ askedAt, decidedBy }: AppealedReport, rated: readonly Rated[]): ReadonlySet<string> =>
  new Set([
    ...(decidedBy === undefined ? [] : [decidedBy]),
    ...rated.filter(({ at }) => at < askedAt).map(({ by }) => by),
  ])

export function lookedAgain<One extends Rated>(appeal: AppealedReport, rated: readonly One[]): One[] {
  const before = whoWasThere(appeal, rated)
  return rated.filter(({ by, at }) => at >= appeal.askedAt && !before.has(by))
}
