/** The way in, and their own session. */
import { forAnyStaff, forEverybody, forStaff, type AccessRows } from '../../../test/builders/access-rows.js'

export const access: AccessRows = {
  'GET /api/staff/sign-in': { expect: forEverybody(302), request: () => ({ query: { via: 'wecom' } }) },
  'GET /api/staff/sign-in/callback': {
    expect: forEverybody(302),
    request: () => ({ query: { code: 'recruiter.never', state: 'a'.repeat(32) } }),
  },
  'GET /api/staff/me': { expect: forAnyStaff(200) },
  'PUT /api/staff/me/language': { expect: forAnyStaff(200), request: () => ({ body: { language: 'zh' } }) },
  'POST /api/staff/sign-out': { expect: forAnyStaff(200) },
  'POST /api/staff/second-factor/enrol': {
    expect: forStaff({
      'hr-admin': 409,
      recruiter: 403,
      interviewer: 403,
      'department-manager': 403,
      'it-operator': 403,
      auditor: 403,
      'other-position': 403,
      'other-organisation': 403,
    }),
  },
  'POST /api/staff/second-factor': {
    expect: forStaff({
      'hr-admin': 403,
      recruiter: 409,
      interviewer: 409,
      'department-manager': 409,
      'it-operator': 409,
      auditor: 409,
      'other-position': 409,
      'other-organisation': 409,
    }),
    request: () => ({ body: { code: '000000' } }),
  },
  'POST /api/staff/first-admin': {
    expect: forStaff({
      'hr-admin': 409,
      recruiter: 409,
      interviewer: 409,
      'department-manager': 409,
      'it-operator': 409,
      auditor: 409,
      'other-position': 409,
      'other-organisation': 423,
    }),
    request: () => ({ body: { code: 'AAAA-AAAA-AAAA-AAAA' } }),
  },
}
