/** Totals as this reader may see them: hidden while items of a report wait for their rating (E5), also by where somebody stands in a list. */
import type { StaffCaller } from '../../ports/staff.js'
import { unratedBy, type UnratedDeps } from '../flow/index.js'
import type { ReportStore } from '../reports/index.js'

export interface ScoreDeps extends UnratedDeps {
  reports: Pick<ReportStore, 'findManyByApplication' | 'totalsOf'>
}

export async function scoresFor(
  deps: ScoreDeps,
  caller: StaffCaller,
  applicationIds: readonly string[],
): Promise<Map<string, number | 'hidden'>> {
  const { orgId } = caller
  const [reports, totals] = await Promise.all([
    deps.reports.findManyByApplication(orgId, applicationIds),
    deps.reports.totalsOf(orgId, applicationIds),
  ])
  const unrated = await unratedBy(deps, caller, [...reports.values()])
  return new Map(
    [...reports].flatMap(([applicationId, { id, scored }]) => {
      const total = totals.get(applicationId)
      if (!scored || total === undefined) return []
      return [[applicationId, (unrated.get(id) ?? 0) > 0 ? 'hidden' : total] as const]
    }),
  )
}
