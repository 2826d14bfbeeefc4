import { forStaff, type AccessRows } from '../../../test/builders/access-rows.js'

export const access: AccessRows = {
  'GET /api/staff/candidates': {
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
  },
  'POST /api/staff/candidates/search': {
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
    request: () => ({ body: { search: '小明' } }),
  },
  'GET /api/staff/applications/:id': {
    expect: forStaff({
      'hr-admin': 200,
      recruiter: 200,
      interviewer: 200,
      'department-manager': 200,
      'it-operator': 403,
      auditor: 403,
      'other-position': 403,
      'other-organisation': 404,
    }),
    unshared: {},
    request: ({ reported }) => ({ params: { id: reported.applicationId } }),
  },
  'GET /api/staff/applications/:id/report.pdf': {
    expect: forStaff({
      'hr-admin': 200,
      recruiter: 200,
      interviewer: 200,
      'department-manager': 200,
      'it-operator': 403,
      auditor: 403,
      'other-position': 403,
      'other-organisation': 404,
    }),
    unshared: { interviewer: 403, 'department-manager': 403 },
    download: true,
    request: ({ reported }) => ({ params: { id: reported.applicationId } }),
  },
  'PUT /api/staff/applications/:id/person': {
    expect: forStaff({
      'hr-admin': 200,
      recruiter: 200,
      interviewer: 403,
      'department-manager': 403,
      'it-operator': 403,
      auditor: 403,
      'other-position': 403,
      'other-organisation': 404,
    }),
    request: ({ reported }) => ({
      params: { id: reported.applicationId },
      body: { name: '王小明', reason: '证件上这样写' },
    }),
  },
  'PUT /api/staff/applications/:id/abilities': {
    expect: forStaff({
      'hr-admin': 200,
      recruiter: 200,
      interviewer: 403,
      'department-manager': 403,
      'it-operator': 403,
      auditor: 403,
      'other-position': 403,
      'other-organisation': 404,
    }),
    request: ({ reported }) => ({ params: { id: reported.applicationId }, body: { tag: 'compliance', has: true } }),
  },
  'POST /api/staff/applications/:id/same-person': {
    expect: forStaff({
      'hr-admin': 404,
      recruiter: 404,
      interviewer: 403,
      'department-manager': 403,
      'it-operator': 403,
      auditor: 403,
      'other-position': 403,
      'other-organisation': 404,
    }),
    // Of somebody who is nobody else: whoever may gets to hear that.
    request: ({ reported }) => ({
      params: { id: reported.applicationId },
      body: { candidateId: reported.applicationId, verdict: 'same' },
    }),
  },
}
