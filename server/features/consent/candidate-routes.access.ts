import { forCandidates, type AccessRows } from '../../../test/builders/access-rows.js'

export const access: AccessRows = {
  'GET /api/candidate/notice': { expect: forCandidates({ own: 200, other: 200 }) },
}
