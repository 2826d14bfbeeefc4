import { forCandidates, type AccessRows } from '../../../test/builders/access-rows.js'

export const access: AccessRows = {
  'GET /api/candidate/interviews/:id/transcripts': {
    expect: forCandidates({ own: 200, other: 404 }),
    request: ({ reported }) => ({ params: { id: reported.interviewId } }),
  },
  // Theirs was answered in writing: whose it is gets to hear that.
  'PUT /api/candidate/interviews/:id/questions/:number/correction': {
    expect: forCandidates({ own: 409, other: 404 }),
    request: ({ reported }) => ({
      params: { id: reported.interviewId, number: '1' },
      body: { text: '先安抚客户，再上报主管' },
    }),
  },
}
