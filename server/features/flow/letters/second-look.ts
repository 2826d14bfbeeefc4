/**
 * An appeal against a report is answered only after another person has looked: who has, and who cannot be it. Of a decline at the
 * screening there is nothing to rate; that somebody else answers is the look.
 */
import { lookedAgain, whoWasThere, type RatingStore, type ReportStore } from '../../reports/index.js'
import { screeningStage, type Decision } from '../decisions/decision.js'
import type { Appeal } from './appeal-store.js'

export interface SecondLookDeps {
  reports: Pick<ReportStore, 'findByApplication'>
  ratings: Pick<RatingStore, 'listRated'>
}

export interface SecondLook {
  /** Each with their first rating since it was asked, the earliest first. */
  looks: { by: string; at: Date }[]
  /** Declined them, or rated the report before. */
  wasThere: ReadonlySet<string>
}

/** Undefined where none is needed. */
export async function secondLookAt(
  { reports, ratings }: SecondLookDeps,
  { orgId, applicationId, askedAt }: Appeal,
  { stage, decidedBy }: Pick<Decision, 'stage' | 'decidedBy'>,
): Promise<SecondLook | undefined> {
  if (stage === screeningStage) return undefined
  const report = await reports.findByApplication(orgId, applicationId)
  if (!report) return undefined
  const rated = await ratings.listRated(orgId, [report.id])
  const appealed = { askedAt, decidedBy }
  const first = new Map<string, Date>()
  for (const { by, at } of lookedAgain(appealed, rated)) if (!(at > (first.get(by) ?? at))) first.set(by, at)
  const looks = [...first].map(([by, at]) => ({ by, at }))
  return { looks: looks.sort((one, other) => +one.at - +other.at), wasThere: whoWasThere(appealed, rated) }
}
