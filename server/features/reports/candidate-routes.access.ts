import { forCandidates, type AccessRows } from '../../../test/builders/access-rows.js'

export const access: AccessRows = {
  'GET /api/candidate/interviews/:id/feedback': {
    expect: forCandidates({ own: 200, other: 404 }),
    request: ({ reported }) => ({ params: { id: reported.interviewId } }),
  },
}
