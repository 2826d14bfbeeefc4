/** Department managers decide the rounds that name them, as in this world. */
import { forStaff, type AccessRow, type AccessRows } from '../../../../test/builders/access-rows.js'

const deciding = { verdict: 'hold', reason: '再看一看' }
const slot = {
  startsAt: '2099-12-01T02:00:00Z',
  place: { zh: '三楼', en: '3F' },
  contact: { name: { zh: '张', en: 'Zhang' }, phone: '025-0000' },
}
const decision =
  (body: object): NonNullable<AccessRow['request']> =>
  ({ reported }) => ({ params: { id: reported.decisionId }, body })
const deciders: AccessRow['expect'] = forStaff({
  'hr-admin': 200,
  recruiter: 200,
  interviewer: 403,
  'department-manager': 200,
  'it-operator': 403,
  auditor: 403,
  'other-position': 403,
  'other-organisation': 404,
})

const lookers: AccessRow['expect'] = forStaff({
  'hr-admin': 200,
  recruiter: 200,
  interviewer: 200,
  'department-manager': 200,
  'it-operator': 403,
  auditor: 403,
  'other-position': 200,
  'other-organisation': 200,
})

export const access: AccessRows = {
  'GET /api/staff/waiting': { expect: lookers, unshared: {} },
  'GET /api/staff/waiting/count': { expect: lookers, unshared: {} },
  'POST /api/staff/decisions/bulk': {
    expect: forStaff({
      'hr-admin': 200,
      recruiter: 200,
      interviewer: 403,
      'department-manager': 403,
      'it-operator': 403,
      auditor: 403,
      'other-position': 200,
      'other-organisation': 200,
    }),
    request: ({ reported }) => ({ body: { decisionIds: [reported.decisionId], ...deciding, confirmed: false } }),
  },
  'POST /api/staff/decisions/:id/preview': { expect: deciders, unshared: {}, request: decision(deciding) },
  'POST /api/staff/decisions/:id/slot/preview': { expect: deciders, unshared: {}, request: decision(slot) },
  'POST /api/staff/decisions/:id/slot': {
    expect: forStaff({
      'hr-admin': 409,
      recruiter: 409,
      interviewer: 403,
      'department-manager': 409,
      'it-operator': 403,
      auditor: 403,
      'other-position': 403,
      'other-organisation': 404,
    }),
    unshared: {},
    request: decision(slot),
  },
  'POST /api/staff/decisions/:id/take-back': {
    expect: forStaff({
      'hr-admin': 409,
      recruiter: 409,
      interviewer: 403,
      'department-manager': 409,
      'it-operator': 403,
      auditor: 403,
      'other-position': 403,
      'other-organisation': 404,
    }),
    unshared: {},
    request: decision({ reason: '重新看一遍' }),
  },
  'POST /api/staff/decisions/:id': { expect: deciders, unshared: {}, request: decision(deciding) },
}
