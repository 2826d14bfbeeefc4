/** Rating answers: by one and by two, what waits for it, and how far raters agree. */
import { AgreementQuery, AgreementReport } from '../agreement.js'
import { ById } from '../ids.js'
import { NextReview, ReviewCounts, ReviewQueue, TakenReview, TakeReview } from '../review-queue.js'
import { AskSecondRating, SettleRating } from '../second-ratings.js'
import { RateQuestion } from '../staff-reports.js'
import { Nothing, type Endpoint } from './endpoint.js'

export const reviewEndpoints = {
  'POST /api/staff/reports/:id/ratings': {
    summary: 'My own score of one question; the first stands',
    auth: 'staff',
    params: ById,
    body: RateQuestion,
    reply: Nothing,
  },
  'POST /api/staff/reports/:id/second-ratings': {
    summary: 'Ask that somebody else rates a question that I have rated',
    auth: 'staff',
    params: ById,
    body: AskSecondRating,
    reply: Nothing,
  },
  'POST /api/staff/reports/:id/settlements': {
    summary: 'Record what two who rated a band apart agreed on',
    auth: 'staff',
    params: ById,
    body: SettleRating,
    reply: Nothing,
  },
  'GET /api/staff/reviews': {
    summary: 'What waits to be rated, the longest first, and who has it',
    auth: 'staff',
    reply: ReviewQueue,
  },
  'GET /api/staff/reviews/count': {
    summary: 'How much waits to be rated, by kind',
    auth: 'staff',
    reply: ReviewCounts,
  },
  'POST /api/staff/reviews/next': {
    summary: 'Take the longest waiting that I may rate and nobody has',
    auth: 'staff',
    body: NextReview,
    reply: TakenReview,
  },
  'POST /api/staff/reviews/take': {
    summary: 'Take what is to be rated, for a day',
    auth: 'staff',
    body: TakeReview,
    reply: Nothing,
  },
  'POST /api/staff/reviews/release': {
    summary: 'Put back what was taken',
    auth: 'staff',
    body: TakeReview,
    reply: Nothing,
  },
  'GET /api/staff/agreement': {
    summary: 'How far raters agree with one another and with the machine',
    auth: 'staff',
    query: AgreementQuery,
    reply: AgreementReport,
  },
} as const satisfies Record<string, Endpoint>
