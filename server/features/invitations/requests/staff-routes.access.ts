import { forStaff, type AccessRow, type AccessRows } from '../../../../test/builders/access-rows.js'

const inviters = (answers: { own: number; otherPosition: number; otherOrganisation: number }): AccessRow['expect'] =>
  forStaff({
    'hr-admin': answers.own,
    recruiter: answers.own,
    interviewer: 403,
    'department-manager': 403,
    'it-operator': 403,
    auditor: 403,
    'other-position': answers.otherPosition,
    'other-organisation': answers.otherOrganisation,
  })
const nobodys = inviters({ own: 404, otherPosition: 404, otherOrganisation: 404 })
const id = 'f'.repeat(24)

export const access: AccessRows = {
  'GET /api/staff/requests': {
    expect: inviters({ own: 200, otherPosition: 200, otherOrganisation: 200 }),
    unshared: {},
    request: () => ({}),
  },
  'GET /api/staff/applications/:id/requests': {
    expect: inviters({ own: 200, otherPosition: 403, otherOrganisation: 404 }),
    request: ({ invited }) => ({ params: { id: invited.applicationId } }),
  },
  'POST /api/staff/requests/:id/grant': { expect: nobodys, unshared: {}, request: () => ({ params: { id } }) },
  'POST /api/staff/requests/:id/answer': {
    expect: nobodys,
    unshared: {},
    request: () => ({ params: { id }, body: { answer: '可以，下周一之前都行。' } }),
  },
}
