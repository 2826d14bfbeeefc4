/**
 * What one reader has to rate before they see what machine and colleagues gave: what the report asks people for, what waits for a second
 * rater, and everything while its candidate waits for another look. Pure.
 */
import { isLead } from './settle-rating.js'
import type { Role } from '../../../../shared/contracts/staff.js'
import type { Report } from '../report.js'
import type { SecondRating } from './second-rating.js'

/** They were declined and asked that somebody else looks again. */
export interface AppealedReport {
  askedAt: Date
  /** Who declined them. */
  decidedBy?: string | undefined
}

export interface Reader {
  memberId: string
  /** For the position. */
  roles: readonly Role[]
}

export interface BlindParts {
  report: Pick<Report, 'reviewItems' | 'questionIds'>
  /** Of this report. */
  seconds: readonly Pick<SecondRating, 'questionId' | 'status' | 'settledBy'>[]
  ratedByMe: ReadonlySet<string>
  /** Waiting for an answer. */
  appeal?: AppealedReport | undefined
  reader: Reader
}

export interface Blind {
  /** Not rated by this reader yet, in the order in which they were asked. */
  hidden: string[]
  /** Among them is what somebody else rated: then nothing at all tells of it, not even the band of the whole. */
  second: boolean
  /** Not rated by this reader, and open because they settle it or did. */
  opened: ReadonlySet<string>
}

export function blindTo({ report, seconds, ratedByMe, appeal, reader }: BlindParts): Blind {
  const looksAgain = appeal !== undefined && appeal.decidedBy !== reader.memberId
  const wanted = new Set(
    looksAgain
      ? report.questionIds
      : seconds.filter(({ status }) => status === 'second').map(({ questionId }) => questionId),
  )
  const opened = new Set(
    looksAgain ? [] : seconds.filter((one) => isOpenTo(one, reader)).map(({ questionId }) => questionId),
  )
  const items = new Set([...report.reviewItems, ...wanted])
  const hidden = report.questionIds.filter((id) => items.has(id) && !ratedByMe.has(id) && !opened.has(id))
  return { hidden, second: hidden.some((id) => wanted.has(id)), opened }
}

/** Who settles has to read what is to be settled. */
const isOpenTo = ({ status, settledBy }: BlindParts['seconds'][number], { memberId, roles }: Reader): boolean =>
  settledBy === memberId || (status === 'settle' && isLead(roles))
