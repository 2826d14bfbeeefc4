import { forStaff, type AccessRow, type AccessRows } from '../../../test/builders/access-rows.js'
import type { AccessWorld } from '../../../test/builders/access-world.js'

const params = { kind: 'position', fileId: 'teller' }

async function tellerFile({ callers }: AccessWorld) {
  const { body } = await callers['hr-admin'].call('GET', '/api/staff/files/position/teller')
  const { yaml, revision } = body as { yaml: string; revision: number }
  return { source: { yaml }, baseRevision: revision }
}
const changers: AccessRow['expect'] = forStaff({
  'hr-admin': 200,
  recruiter: 403,
  interviewer: 403,
  'department-manager': 403,
  'it-operator': 403,
  auditor: 403,
  'other-position': 403,
  'other-organisation': 403,
})
const readers: AccessRow['expect'] = forStaff({
  'hr-admin': 200,
  recruiter: 200,
  interviewer: 403,
  'department-manager': 403,
  'it-operator': 403,
  auditor: 403,
  'other-position': 403,
  'other-organisation': 404,
})

/** Each gets what concerns their own positions. */
const ofOwnPositions: AccessRow['expect'] = { ...readers, 'other-position': 200, 'other-organisation': 200 }

export const access: AccessRows = {
  'GET /api/staff/files': { expect: ofOwnPositions },
  'GET /api/staff/position-form': { expect: ofOwnPositions },
  'POST /api/staff/files/check': { expect: changers, request: async (world) => ({ body: await tellerFile(world) }) },
  'GET /api/staff/files/:kind/:fileId': { expect: readers, request: () => ({ params }) },
  'GET /api/staff/files/:kind/:fileId/yaml': { expect: readers, request: () => ({ params }) },
  'PUT /api/staff/files/:kind/:fileId': {
    expect: changers,
    request: async (world) => ({ params, body: await tellerFile(world) }),
  },
}
