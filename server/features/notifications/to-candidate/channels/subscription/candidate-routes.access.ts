import { forCandidates, type AccessRows } from '../../../../../../test/builders/access-rows.js'

export const access: AccessRows = {
  'POST /api/candidate/subscriptions': {
    expect: forCandidates({ own: 200, other: 200 }),
    request: () => ({ body: { choices: [{ template: 'progress', choice: 'accept' }] } }),
  },
}
