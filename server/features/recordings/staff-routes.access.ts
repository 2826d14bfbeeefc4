import { forStaff, type AccessRow, type AccessRows } from '../../../test/builders/access-rows.js'
import { spokenAfterwards } from '../../../test/builders/recorded.js'

const unshared: AccessRow['unshared'] = { interviewer: 403, 'department-manager': 403 }
const readers: AccessRow['expect'] = forStaff({
  'hr-admin': 200,
  recruiter: 200,
  interviewer: 200,
  'department-manager': 200,
  'it-operator': 403,
  auditor: 403,
  'other-position': 403,
  'other-organisation': 404,
})

const ofClip: AccessRow['request'] = async ({ product, reported }) => {
  const { recording } = await spokenAfterwards(product.deps, reported.interviewId)
  return { params: { id: recording.id, clip: '1' } }
}

export const access: AccessRows = {
  'GET /api/staff/interviews/:id/recordings': {
    expect: readers,
    unshared,
    request: ({ reported }) => ({ params: { id: reported.interviewId } }),
  },
  'GET /api/staff/recordings/:id/clips/:clip': {
    expect: readers,
    unshared,
    request: ofClip,
  },
  'GET /api/staff/recordings/:id/clips/:clip/file': { expect: readers, unshared, download: true, request: ofClip },
  'POST /api/staff/recordings/:id/listened': {
    expect: Object.fromEntries(
      Object.entries(readers).map(([audience, status]) => [audience, status === 200 ? 204 : status]),
    ) as typeof readers,
    unshared,
    request: async ({ product, reported }) => {
      const { recording } = await spokenAfterwards(product.deps, reported.interviewId)
      return { params: { id: recording.id }, body: { fromSeconds: 0, toSeconds: 8, seconds: 8 } }
    },
  },
}
