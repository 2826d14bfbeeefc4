/** Rating by two, the queue of what waits for it, and how far raters agree: the staff's side of the product. */
import type { AgreementReport } from '../../shared/contracts/agreement.js'
import type { ReviewEntry } from '../../shared/contracts/review-queue.js'
import type { ApplicationForStaff } from '../../shared/contracts/staff-reports.js'
import { staffNow } from '../builders/staff-lists.js'

export interface ReviewState {
  reviews: ReviewEntry[]
  agreement: AgreementReport
  applications: ApplicationForStaff[]
}

interface Asked {
  body: unknown
  id: string
}

type Route<State> = [string, RegExp, (state: State, asked: Asked) => object | undefined]

export const noAgreement: AgreementReport = {
  now: staffNow,
  overall: { people: { n: 0, few: true }, machine: { n: 0, few: true } },
  competencies: [],
  positions: [],
}

const until = '2026-11-23T12:00:00.000Z'

export const reviewRoutes: Route<ReviewState>[] = [
  ['GET', /^\/api\/staff\/reviews$/, ({ reviews }) => ({ now: staffNow, counts: countsOf(reviews), reviews })],
  ['GET', /^\/api\/staff\/reviews\/count$/, ({ reviews }) => countsOf(reviews)],
  [
    'POST',
    /^\/api\/staff\/reviews\/next$/,
    ({ reviews }) => {
      const next = reviews.find(({ mayDo, taken }) => mayDo && !taken)
      return next ? { taken: { kind: next.kind, reportId: next.reportId, applicationId: next.applicationId } } : {}
    },
  ],
  [
    'POST',
    /^\/api\/staff\/reviews\/take$/,
    (state, asked) => change(state, asked, { taken: { by: '李静', mine: true, until }, mayRelease: true }),
  ],
  [
    'POST',
    /^\/api\/staff\/reviews\/release$/,
    (state, asked) => change(state, asked, { taken: undefined as never, mayRelease: false }),
  ],
  ['GET', /^\/api\/staff\/agreement$/, ({ agreement }) => agreement],
  ['POST', /^\/api\/staff\/reports\/(\w+)\/second-ratings$/, (state, asked) => askSecond(state, asked)],
  ['POST', /^\/api\/staff\/reports\/(\w+)\/settlements$/, (state, asked) => settle(state, asked)],
]

function countsOf(reviews: readonly ReviewEntry[]) {
  const counts = { first: 0, second: 0, settle: 0, appeal: 0 }
  for (const { kind } of reviews) counts[kind] += 1
  return counts
}

function change({ reviews }: ReviewState, { body }: Asked, changes: Partial<ReviewEntry>): object {
  const { reportId, kind } = body as Pick<ReviewEntry, 'reportId' | 'kind'>
  Object.assign(
    reviews.find((one) => one.reportId === reportId && one.kind === kind)!,
    changes,
  )
  return {}
}

const reviewIn = ({ applications }: ReviewState, { id, body }: Asked) =>
  applications
    .find(({ report }) => report?.reportId === id)
    ?.report?.questions.find(({ questionId }) => questionId === (body as { questionId: string }).questionId)?.review

function askSecond(state: ReviewState, asked: Asked): object | undefined {
  const review = reviewIn(state, asked)
  if (!review) return undefined
  const second = { status: 'second' as const, reasons: ['by-hand' as const], askedBy: '李静', since: staffNow }
  Object.assign(review, { mayAskSecond: false, second: { ...second, maySettle: false } })
  return {}
}

function settle(state: ReviewState, asked: Asked): object | undefined {
  const second = reviewIn(state, asked)?.second
  if (!second) return undefined
  const { score, reason } = asked.body as { score: number; reason: string }
  Object.assign(second, { status: 'done', maySettle: false, settled: { score, reason, by: '李静', at: staffNow } })
  return {}
}
