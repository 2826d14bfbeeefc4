import { forStaff, type AccessRows } from '../../../../test/builders/access-rows.js'

export const access: AccessRows = {
  'GET /api/staff/appeals': {
    expect: forStaff({
      'hr-admin': 200,
      recruiter: 200,
      interviewer: 200,
      'department-manager': 200,
      'it-operator': 403,
      auditor: 403,
      'other-position': 200,
      'other-organisation': 200,
    }),
    unshared: {},
    request: () => ({}),
  },
  'POST /api/staff/appeals/:id/answer': {
    expect: forStaff({
      'hr-admin': 404,
      recruiter: 404,
      interviewer: 403,
      'department-manager': 403,
      'it-operator': 403,
      auditor: 403,
      'other-position': 404,
      'other-organisation': 404,
    }),
    unshared: {},
    request: () => ({ params: { id: 'f'.repeat(24) }, body: { answer: '我们又看了一遍您的作答，结论没有变。' } }),
  },
}
