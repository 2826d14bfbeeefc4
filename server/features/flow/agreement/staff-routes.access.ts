import { forStaff, type AccessRows } from '../../../../test/builders/access-rows.js'

/** Figures over many: for whoever answers for the positions. */
export const access: AccessRows = {
  'GET /api/staff/agreement': {
    expect: forStaff({
      'hr-admin': 200,
      recruiter: 200,
      interviewer: 403,
      'department-manager': 200,
      'it-operator': 403,
      auditor: 403,
      'other-position': 200,
      'other-organisation': 200,
    }),
    unshared: {},
  },
}
