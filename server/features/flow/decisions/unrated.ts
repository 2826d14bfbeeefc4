/** How many answers somebody has to rate before they see the scores (E5): of many reports in a few looks. */
import { rolesOn, type StaffCaller } from '../../../ports/staff.js'
import type { Sharing } from '../../invitations/index.js'
import {
  blindTo,
  type RatingStore,
  type Report,
  type ReportStore,
  type SecondRatingStore,
} from '../../reports/index.js'
import type { OpenAppeals } from '../letters/open-appeals.js'
import { screeningStage, type Decision } from './decision.js'

export interface UnratedDeps {
  ratings: Pick<RatingStore, 'listRated'>
  secondRatings: Pick<SecondRatingStore, 'openOf'>
  appealsOpen: OpenAppeals
}

/** By report, the items that this reader has not rated. */
export async function unratedBy(
  { ratings, secondRatings, appealsOpen }: UnratedDeps,
  caller: StaffCaller,
  reports: readonly Report[],
): Promise<Map<string, number>> {
  const { orgId, memberId } = caller
  const ids = reports.map(({ id }) => id)
  const [rated, open, appeals] = await Promise.all([
    ratings.listRated(orgId, ids),
    secondRatings.openOf(orgId, ids),
    appealsOpen(
      orgId,
      reports.map(({ applicationId }) => applicationId),
    ),
  ])
  return new Map(
    reports.map((report) => {
      const mine = rated.filter(({ by, reportId }) => by === memberId && reportId === report.id)
      const { hidden } = blindTo({
        report,
        seconds: open.filter(({ reportId }) => reportId === report.id),
        ratedByMe: new Set(mine.map(({ questionId }) => questionId)),
        appeal: appeals.get(report.applicationId),
        reader: { memberId, roles: rolesOn(caller, report.positionId) },
      })
      return [report.id, hidden.length]
    }),
  )
}

/** How many answers behind one decision this reader may read and has not rated. */
export async function toReviewBy(
  deps: UnratedDeps & { reports: Pick<ReportStore, 'findManyByApplication'>; sharing: Pick<Sharing, 'mayRead'> },
  decision: Decision,
  caller: StaffCaller,
): Promise<number> {
  const { orgId, applicationId, stage } = decision
  if (stage === screeningStage || !(await deps.sharing.mayRead(caller, decision))) return 0
  const report = (await deps.reports.findManyByApplication(orgId, [applicationId])).get(applicationId)
  return report ? ((await unratedBy(deps, caller, [report])).get(report.id) ?? 0) : 0
}
