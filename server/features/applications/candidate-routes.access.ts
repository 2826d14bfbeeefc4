import { forCandidates, type AccessRow, type AccessRows } from '../../../test/builders/access-rows.js'
import { acceptedNotice } from '../../../test/builders/accepted-notice.js'
import { resume } from '../../../test/builders/resumes.js'

const applicationOf: AccessRow['request'] = ({ reported }) => ({ params: { id: reported.applicationId } })

export const access: AccessRows = {
  'POST /api/candidate/applications': {
    expect: forCandidates({ own: 200, other: 200 }),
    request: () => ({
      body: { positionId: 'teller', submissionKey: 'apply-13800138000', resume: resume(), notice: acceptedNotice() },
    }),
  },
  'POST /api/candidate/applications/claim': {
    expect: forCandidates({ own: 404, other: 404 }),
    request: ({ reported }) => ({
      body: { applicationId: reported.applicationId, proof: 'A'.repeat(22), tail: '8000' },
    }),
  },
  'POST /api/candidate/applications/claim-by-code': {
    expect: forCandidates({ own: 403, other: 403 }),
    request: () => ({ body: { code: 'ZZZZ', tail: '8000' } }),
  },
  'GET /api/candidate/applications': { expect: forCandidates({ own: 200, other: 200 }) },
  'GET /api/candidate/applications/:id': { expect: forCandidates({ own: 200, other: 404 }), request: applicationOf },
}
