import { forStaff, type AccessRow, type AccessRows } from '../../../test/builders/access-rows.js'

const ofApplication: AccessRow['request'] = ({ reported }) => ({ params: { id: reported.applicationId } })
const administrators = (other: number) =>
  forStaff({
    'hr-admin': 200,
    recruiter: 403,
    interviewer: 403,
    'department-manager': 403,
    'it-operator': 403,
    auditor: 403,
    'other-position': 403,
    'other-organisation': other,
  })

export const access: AccessRows = {
  'GET /api/staff/applications/:id/deletion': { expect: administrators(403), request: ofApplication },
  'POST /api/staff/applications/:id/deletion': {
    expect: { ...administrators(403), 'hr-admin': 404 },
    // Of nobody: whoever may gets to hear that.
    request: () => ({ params: { id: '0'.repeat(24) }, body: { reason: 'asked-by-person', confirmed: true } }),
  },
  'PUT /api/staff/applications/:id/legal-hold': {
    expect: administrators(403),
    request: ({ reported }) => ({ params: { id: reported.applicationId }, body: { reason: '有未结的申诉' } }),
  },
  'DELETE /api/staff/applications/:id/legal-hold': { expect: administrators(403), request: ofApplication },
  'GET /api/staff/deletions/asked': { expect: administrators(403) },
  'GET /api/staff/deletions': {
    expect: { ...administrators(403), auditor: 200 },
  },
}
