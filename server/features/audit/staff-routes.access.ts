import { forStaff, type AccessRows } from '../../../test/builders/access-rows.js'

export const access: AccessRows = {
  'GET /api/audit': {
    expect: forStaff({
      'hr-admin': 403,
      recruiter: 403,
      interviewer: 403,
      'department-manager': 403,
      'it-operator': 403,
      auditor: 200,
      'other-position': 403,
      'other-organisation': 403,
    }),
  },
}
