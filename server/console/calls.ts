/**
 * The endpoints the console uses, with what each takes and answers. Types only, so that no schema gets into the bundle; a test
 * holds the keys against shared/contracts/endpoints.ts.
 */
import type { Me, SecondFactorEnrolment } from '../../shared/contracts/staff.js'
import type {
  ApplicationForStaff, CandidateRows, DecideMany, DecideManyOutcome, DecideRequest, DecisionPreview, RateQuestion, WaitingList,
} from '../../shared/contracts/staff-reports.js'
import type { Language } from '../../shared/contracts/text.js'

export interface Calls {
  'GET /api/staff/me': { reply: Me }
  'PUT /api/staff/me/language': { body: { language: Language }; reply: unknown }
  'POST /api/staff/sign-out': { reply: unknown }
  'POST /api/staff/first-admin': { body: { code: string }; reply: unknown }
  'POST /api/staff/second-factor/enrol': { reply: SecondFactorEnrolment }
  'POST /api/staff/second-factor': { body: { code: string }; reply: unknown }
  'GET /api/staff/jssdk-signature': { query: { url: string }; reply: { corpId: string; timestamp: number; nonceStr: string; signature: string } }
  'GET /api/staff/waiting': { reply: WaitingList }
  'GET /api/staff/candidates': { query: { search?: string; positionId?: string; step?: string }; reply: CandidateRows }
  'GET /api/staff/applications/:id': { params: { id: string }; reply: ApplicationForStaff }
  'POST /api/staff/reports/:id/ratings': { params: { id: string }; body: RateQuestion; reply: unknown }
  'POST /api/staff/decisions/bulk': { body: DecideMany; reply: DecideManyOutcome }
  'POST /api/staff/decisions/:id/preview': { params: { id: string }; body: DecideRequest; reply: DecisionPreview }
  'POST /api/staff/decisions/:id': { params: { id: string }; body: DecideRequest; reply: unknown }
}
