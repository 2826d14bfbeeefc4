import { forStaff, type AccessRow, type AccessRows } from '../../../test/builders/access-rows.js'

const managers: AccessRow['expect'] = forStaff({
  'hr-admin': 200,
  recruiter: 403,
  interviewer: 403,
  'department-manager': 403,
  'it-operator': 403,
  auditor: 403,
  'other-position': 403,
  'other-organisation': 403,
})

export const access: AccessRows = {
  'GET /api/staff/members': { expect: managers },
  'PUT /api/staff/members/:userid': {
    expect: managers,
    request: () => ({ params: { userid: 'wu-wei' }, body: { name: '吴伟', grants: [], status: 'active' } }),
  },
  'POST /api/staff/members/:userid/second-factor/reset': {
    // Of nobody: whoever may gets to hear that.
    expect: { ...managers, 'hr-admin': 404 },
    request: () => ({ params: { userid: 'nobody-here' } }),
  },
}
