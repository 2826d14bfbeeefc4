import { forStaff, type AccessRow, type AccessRows } from '../../../../test/builders/access-rows.js'

/** Nothing waits to be rated in this world: who may is told so. */
const raters = (answer: number): AccessRow['expect'] =>
  forStaff({
    'hr-admin': answer,
    recruiter: answer,
    interviewer: answer,
    'department-manager': answer,
    'it-operator': 403,
    auditor: 403,
    'other-position': answer,
    'other-organisation': answer,
  })
const which = { reportId: 'f'.repeat(24), kind: 'first' }

export const access: AccessRows = {
  'GET /api/staff/reviews': { expect: raters(200), unshared: {} },
  'GET /api/staff/reviews/count': { expect: raters(200), unshared: {} },
  'POST /api/staff/reviews/next': { expect: raters(200), unshared: {}, request: () => ({ body: {} }) },
  'POST /api/staff/reviews/take': { expect: raters(409), unshared: {}, request: () => ({ body: which }) },
  'POST /api/staff/reviews/release': { expect: raters(409), unshared: {}, request: () => ({ body: which }) },
}
