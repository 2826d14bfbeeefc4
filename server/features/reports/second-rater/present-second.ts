/** What the report says at a question of its second rating. Pure. */
import type { SecondOnReport, SecondReason } from '../../../../shared/contracts/second-ratings.js'
import { isLead } from './settle-rating.js'
import type { Reader } from './blind-items.js'
import type { SecondRating, Settlement } from './second-rating.js'

/** Told while it is hidden, since they tell nothing of a score. */
const openReasons: readonly SecondReason[] = ['by-rule', 'by-hand']

export function presentSecond(
  second: SecondRating & { settlement?: Settlement },
  {
    reader,
    rated,
    hidden,
    nameOf,
  }: { reader: Reader; rated: boolean; hidden: boolean; nameOf: (id: string) => string },
): SecondOnReport {
  const { status, reasons, askedBy, since, settlement, settledBy, settledAt } = second
  return {
    status,
    reasons: hidden ? reasons.filter((one) => openReasons.includes(one)) : [...reasons],
    ...(askedBy !== undefined && { askedBy: nameOf(askedBy) }),
    since: since.toISOString(),
    maySettle: status === 'settle' && (rated || isLead(reader.roles)),
    ...(!hidden &&
      settlement &&
      settledBy !== undefined &&
      settledAt && { settled: { ...settlement, by: nameOf(settledBy), at: settledAt.toISOString() } }),
  }
}
