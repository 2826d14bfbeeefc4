import { forCandidates, type AccessRow, type AccessRows } from '../../../../test/builders/access-rows.js'

const applicationOf: AccessRow['request'] = ({ reported }) => ({ params: { id: reported.applicationId } })

export const access: AccessRows = {
  'GET /api/candidate/applications/:id/letter': {
    expect: forCandidates({ own: 404, other: 404 }),
    request: applicationOf,
  },
  'POST /api/candidate/applications/:id/appeal': {
    expect: forCandidates({ own: 404, other: 404 }),
    request: applicationOf,
  },
}
