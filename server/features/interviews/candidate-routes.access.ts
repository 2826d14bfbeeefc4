import { forCandidates, type AccessRow, type AccessRows } from '../../../test/builders/access-rows.js'
import { answerText, deviceKey } from '../../../test/builders/access-world.js'

const running =
  (body?: object): NonNullable<AccessRow['request']> =>
  (world) => ({
    owner: 'runner',
    params: { id: world.running.interviewId, number: '1' },
    ...(body && { body: { deviceKey, ...body } }),
  })

export const access: AccessRows = {
  'POST /api/candidate/interviews': {
    expect: forCandidates({ own: 200, other: 404 }),
    request: ({ running: { invitationId } }) => ({ owner: 'runner', body: { invitationId, deviceKey } }),
  },
  'GET /api/candidate/interviews/:id': { expect: forCandidates({ own: 200, other: 404 }), request: running() },
  'POST /api/candidate/interviews/:id/heartbeat': {
    expect: forCandidates({ own: 200, other: 404 }),
    request: running({ visible: true }),
  },
  'POST /api/candidate/interviews/:id/rest': { expect: forCandidates({ own: 200, other: 404 }), request: running({}) },
  'POST /api/candidate/interviews/:id/questions/:number/issue': {
    expect: forCandidates({ own: 200, other: 404 }),
    request: running({}),
  },
  'POST /api/candidate/interviews/:id/questions/:number/shown': {
    expect: forCandidates({ own: 200, other: 404 }),
    request: running({}),
  },
  'POST /api/candidate/interviews/:id/questions/:number/begin': {
    expect: forCandidates({ own: 200, other: 404 }),
    request: running({}),
  },
  'POST /api/candidate/interviews/:id/questions/:number/simpler': {
    expect: forCandidates({ own: 200, other: 404 }),
    request: running({ why: 'asked' }),
  },
  'PUT /api/candidate/interviews/:id/questions/:number/draft': {
    expect: forCandidates({ own: 200, other: 404 }),
    request: running({ text: answerText, revision: 1 }),
  },
  'PUT /api/candidate/interviews/:id/questions/:number/answer': {
    expect: forCandidates({ own: 200, other: 404 }),
    request: running({ text: answerText, submissionKey: 'answer-of-zhou' }),
  },
}
