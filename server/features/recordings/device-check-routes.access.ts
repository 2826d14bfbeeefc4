import { forCandidates, type AccessRows } from '../../../test/builders/access-rows.js'

export const access: AccessRows = {
  // About nobody: whoever is signed in as a candidate may try.
  'POST /api/candidate/device-check/upload': { expect: forCandidates({ own: 204, other: 204 }) },
}
