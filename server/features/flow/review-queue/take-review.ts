/** Taking what is to be rated, so that two do not read the same: for a day, or until it is put back. */
import type { ReviewKind } from '../../../../shared/contracts/review-queue.js'
import { hoursAfter } from '../../../durations.js'
import { conflict, forbidden } from '../../../errors.js'
import { rolesOn, type StaffCaller } from '../../../ports/staff.js'
import { isLead } from '../../reports/index.js'
import { queueFor, type Queued, type ReviewQueueDeps } from './review-queue.js'

const leaseHours = 24

interface Which {
  reportId: string
  kind: ReviewKind
}

/** @throws AppError nothing-to-review (done, or not theirs to do), review-taken. */
export async function takeReview(deps: ReviewQueueDeps, caller: StaffCaller, which: Which): Promise<void> {
  const review = await findReview(deps, caller, which)
  if (!review?.mayDo) throw conflict('nothing-to-review')
  if (!(await take(deps, caller, review))) throw conflict('review-taken')
}

/** The longest that waits: what they have already, else what nobody has. */
export async function takeNext(
  deps: ReviewQueueDeps,
  caller: StaffCaller,
  kind?: ReviewKind,
): Promise<Queued | undefined> {
  const queued = (await queueFor(deps, caller)).filter((one) => one.mayDo && (!kind || one.kind === kind))
  const own = queued.find(({ claim }) => claim?.by === caller.memberId)
  if (own) return own
  for (const review of queued.filter(({ claim }) => !claim)) if (await take(deps, caller, review)) return review
  return undefined
}

/** Their own; a lead puts back a colleague's. @throws AppError nothing-to-review, not-allowed. */
export async function releaseReview(deps: ReviewQueueDeps, caller: StaffCaller, which: Which): Promise<void> {
  const review = await findReview(deps, caller, which)
  if (!review?.claim) throw conflict('nothing-to-review')
  const lead = isLead(rolesOn(caller, review.report.positionId))
  if (review.claim.by !== caller.memberId && !lead) throw forbidden('not-allowed')
  await deps.reviewClaims.release({ orgId: caller.orgId, ...which }, lead ? undefined : caller.memberId)
}

async function findReview(deps: ReviewQueueDeps, caller: StaffCaller, { reportId, kind }: Which) {
  return (await queueFor(deps, caller)).find((one) => one.report.id === reportId && one.kind === kind)
}

function take({ reviewClaims, clock }: ReviewQueueDeps, { orgId, memberId }: StaffCaller, { report, kind }: Queued) {
  const { id: reportId, candidateId } = report
  const at = clock.now()
  return reviewClaims.take(
    { orgId, reportId, candidateId, kind },
    { by: memberId, at, until: hoursAfter(at, leaseHours) },
  )
}
