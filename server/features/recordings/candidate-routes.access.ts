import { forCandidates, type AccessRow, type AccessRows } from '../../../test/builders/access-rows.js'

const running: AccessRow['request'] = ({ running: { interviewId } }) => ({
  owner: 'runner',
  params: { id: interviewId, number: '1', take: '1', clip: '1', piece: '1' },
})

export const access: AccessRows = {
  // Theirs is answered in writing: whose it is gets to hear that.
  'PUT /api/candidate/interviews/:id/questions/:number/takes/:take/clips/:clip/pieces/:piece': {
    expect: forCandidates({ own: 409, other: 404 }),
    request: running,
  },
  'GET /api/candidate/interviews/:id/questions/:number/takes': {
    expect: forCandidates({ own: 200, other: 404 }),
    request: running,
  },
}
