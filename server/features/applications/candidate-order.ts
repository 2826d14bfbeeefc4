/** A list of candidates in the order that somebody asks for. Who has no value for it comes last, the newest first among equals. */
import { degrees } from '../../../shared/contracts/talent.js'
import type { CandidateOrder } from '../../../shared/contracts/staff-reports.js'
import { mayActOn, type StaffCaller } from '../../ports/staff.js'
import type { ApplicationStore } from '../talent/index.js'
import type { Placed } from './candidate-rows.js'
import { applicationsPolicy } from './policy.js'
import { scoresFor, type ScoreDeps } from './scores-for-staff.js'

export interface OrderDeps extends ScoreDeps {
  applications: Pick<ApplicationStore, 'resumesOf'>
}

export async function inOrder(
  deps: OrderDeps,
  caller: StaffCaller,
  { placed, order }: { placed: readonly Placed[]; order: CandidateOrder },
): Promise<Placed[]> {
  const rank = await rankBy(deps, caller, { placed, order })
  return [...placed].sort((a, b) => rank(b) - rank(a) || newerFirst(a, b))
}

const newerFirst = ({ application: a }: Placed, { application: b }: Placed) =>
  b.appliedAt.getTime() - a.appliedAt.getTime() || b.id.localeCompare(a.id)

/** The higher comes first. */
async function rankBy(
  deps: OrderDeps,
  caller: StaffCaller,
  { placed, order }: { placed: readonly Placed[]; order: CandidateOrder },
): Promise<(one: Placed) => number> {
  if (order === 'newest') return () => 0
  if (order === 'waiting') return ({ application, standing }) => -(standing?.since ?? application.appliedAt).getTime()
  const ids = placed
    .filter(({ application }) => mayActOn(caller, applicationsPolicy.compare, application.positionId))
    .map(({ application }) => application.id)
  if (order === 'score') {
    const scores = await scoresFor(deps, caller, ids)
    return ({ application }) => {
      const score = scores.get(application.id)
      return typeof score === 'number' ? score : -1
    }
  }
  const resumes = await deps.applications.resumesOf(caller.orgId, ids)
  return ({ application }) => {
    const degree = resumes.get(application.id)?.education.degree
    return degree ? degrees.indexOf(degree) : -1
  }
}
