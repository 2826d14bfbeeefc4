/**
 * 评阅: what waits to be rated within somebody's positions, the longest first, and who has it. Drawn from decisions, ratings and appeals as
 * they stand, so that nothing can be left in it that is done; only who took what is stored.
 */
import type { ReviewCounts, ReviewEntry } from '../../../../shared/contracts/review-queue.js'
import type { Clock } from '../../../ports/clock.js'
import { mayAct, rolesOn, scopeOf, type StaffCaller } from '../../../ports/staff.js'
import type { Sharing } from '../../invitations/index.js'
import type { PositionOf } from '../../positions/index.js'
import {
  isLead,
  reportsPolicy,
  type AppealedReport,
  type RatingStore,
  type Report,
  type ReportStore,
  type SecondRatingStore,
} from '../../reports/index.js'
import type { CandidateStore } from '../../talent/index.js'
import { screeningStage } from '../decisions/decision.js'
import type { DecisionStore } from '../decisions/decision-store.js'
import type { AppealStore } from '../letters/appeal-store.js'
import type { OpenAppeals } from '../letters/open-appeals.js'
import type { ReviewClaim, ReviewClaimStore } from './review-claim-store.js'
import { mayDo, reviewsOf, type WaitingReview } from './waiting-reviews.js'

export interface ReviewQueueDeps {
  decisions: Pick<DecisionStore, 'waitingPage'>
  appeals: Pick<AppealStore, 'listWaiting'>
  appealsOpen: OpenAppeals
  reports: Pick<ReportStore, 'findManyByApplication'>
  ratings: Pick<RatingStore, 'listRated'>
  secondRatings: Pick<SecondRatingStore, 'listOpen'>
  reviewClaims: Pick<ReviewClaimStore, 'listOf' | 'take' | 'release'>
  candidates: Pick<CandidateStore, 'findManyWithIdentity'>
  sharing: Sharing
  positionOf: PositionOf
  /** By member's id. */
  staffNames: (orgId: string) => Promise<ReadonlyMap<string, string>>
  clock: Clock
}

export interface Queued extends WaitingReview {
  mayDo: boolean
  claim?: ReviewClaim
}

/** As many of each kind are looked at; behind them wait more, and come up as these are done. */
const most = 1_000
const page = 200

export async function queueFor(deps: ReviewQueueDeps, caller: StaffCaller): Promise<Queued[]> {
  const { orgId, memberId } = caller
  if (!mayAct(caller, reportsPolicy.rate)) return []
  const now = deps.clock.now()
  const { reports, deciding, seconds, appeals } = await gather(deps, caller, now)
  const ids = reports.map(({ id }) => id)
  const [rated, claims] = await Promise.all([
    deps.ratings.listRated(orgId, ids),
    deps.reviewClaims.listOf(orgId, ids, now),
  ])
  const queued = reports.flatMap((report) => {
    const mine = rated.filter(({ reportId }) => reportId === report.id)
    const appeal = appeals.get(report.applicationId)
    const ofReport = seconds.filter(({ reportId }) => reportId === report.id)
    const decides = deciding.has(report.applicationId)
    const roles = rolesOn(caller, report.positionId)
    return reviewsOf({ report, decides, seconds: ofReport, appeal, rated: mine }).map((review): Queued => {
      const claim = claims.find(({ reportId, kind }) => reportId === report.id && kind === review.kind)
      return { ...review, mayDo: mayDo(review, { memberId, roles, rated: mine, appeal }), ...(claim && { claim }) }
    })
  })
  return queued.sort((one, other) => one.since.getTime() - other.since.getTime())
}

interface GatheredReports {
  reports: Report[]
  /** Applications that wait for a decision after their interview. */
  deciding: ReadonlySet<string>
  seconds: Awaited<ReturnType<SecondRatingStore['listOpen']>>
  appeals: ReadonlyMap<string, AppealedReport>
}

async function gather(deps: ReviewQueueDeps, caller: StaffCaller, now: Date): Promise<GatheredReports> {
  const { orgId } = caller
  const scope = scopeOf(caller, reportsPolicy.rate)
  const [waiting, seconds, asked] = await Promise.all([
    afterInterview(deps, caller, now),
    deps.secondRatings.listOpen(orgId, { scope, limit: most }),
    deps.appeals.listWaiting(orgId, { scope, limit: most }),
  ])
  const appeals = await deps.appealsOpen(
    orgId,
    asked.map(({ applicationId }) => applicationId),
  )
  const about = [...waiting, ...seconds, ...asked.filter(({ applicationId }) => appeals.has(applicationId))]
  const readable = await deps.sharing.readableAmong(caller, about)
  const found = await deps.reports.findManyByApplication(orgId, [...readable])
  return {
    reports: [...found.values()],
    deciding: new Set(waiting.map(({ applicationId }) => applicationId)),
    seconds,
    appeals,
  }
}

async function afterInterview({ decisions }: ReviewQueueDeps, caller: StaffCaller, now: Date) {
  const scope = scopeOf(caller, reportsPolicy.rate)
  const found: { applicationId: string; positionId: string }[] = []
  for (let after: { raisedAt: Date; id: string } | undefined, read = 0; read < most; read += page) {
    const { decisions: some, last } = await decisions.waitingPage(caller.orgId, now, { scope, limit: page, after })
    found.push(...some.filter(({ stage }) => stage !== screeningStage))
    if (!last) break
    after = last
  }
  return found
}

/** The numbers that room, 今天 and bot show. */
export async function countReviews(deps: ReviewQueueDeps, caller: StaffCaller): Promise<ReviewCounts> {
  return countsOf(await queueFor(deps, caller))
}

export function countsOf(queued: readonly Pick<Queued, 'kind'>[]): ReviewCounts {
  const counts = { first: 0, second: 0, settle: 0, appeal: 0 }
  for (const { kind } of queued) counts[kind] += 1
  return counts
}

const mostShown = 200

export async function listReviews(deps: ReviewQueueDeps, caller: StaffCaller) {
  const queued = await queueFor(deps, caller)
  const shown = queued.slice(0, mostShown)
  const [people, names] = await Promise.all([
    deps.candidates.findManyWithIdentity(caller.orgId, [...new Set(shown.map(({ report }) => report.candidateId))]),
    deps.staffNames(caller.orgId),
  ])
  const entries = await Promise.all(
    shown.map(async (one): Promise<ReviewEntry | undefined> => {
      const { report, claim, kind, since, questionIds } = one
      const [person, position] = [
        people.get(report.candidateId),
        await deps.positionOf(caller.orgId, report.positionId),
      ]
      if (!person || !position) return undefined
      const mine = claim?.by === caller.memberId
      return {
        kind,
        reportId: report.id,
        applicationId: report.applicationId,
        name: person.name,
        shortCode: person.shortCode,
        positionTitle: position.title,
        since: since.toISOString(),
        questions: questionIds.length,
        mayDo: one.mayDo,
        mayRelease: claim !== undefined && (mine || isLead(rolesOn(caller, report.positionId))),
        ...(claim && { taken: { by: names.get(claim.by) ?? claim.by, mine, until: claim.until.toISOString() } }),
      }
    }),
  )
  return {
    now: deps.clock.now().toISOString(),
    counts: countsOf(queued),
    reviews: entries.filter((entry) => entry !== undefined),
  }
}
