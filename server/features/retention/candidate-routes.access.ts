import { forCandidates, type AccessRow, type AccessRows } from '../../../test/builders/access-rows.js'

const ofApplication: AccessRow['request'] = ({ reported }) => ({ params: { id: reported.applicationId } })

export const access: AccessRows = {
  'GET /api/candidate/deletions': { expect: forCandidates({ own: 200, other: 200 }) },
  // Of no deletion: whoever is signed in gets to hear that.
  'POST /api/candidate/deletions/receipt': {
    expect: forCandidates({ own: 404, other: 404 }),
    request: () => ({ body: { number: '0'.repeat(12) } }),
  },
  'GET /api/candidate/applications/:id/deletion': {
    expect: forCandidates({ own: 200, other: 404 }),
    request: ofApplication,
  },
  'POST /api/candidate/applications/:id/deletion': {
    expect: forCandidates({ own: 200, other: 404 }),
    request: ofApplication,
  },
  'DELETE /api/candidate/applications/:id/deletion': {
    expect: forCandidates({ own: 200, other: 404 }),
    request: ofApplication,
  },
}
