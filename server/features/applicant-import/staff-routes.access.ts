import { forStaff, type AccessRow, type AccessRows } from '../../../test/builders/access-rows.js'
import type { AccessWorld } from '../../../test/builders/access-world.js'

const may = (status: number) =>
  forStaff({
    'hr-admin': status,
    recruiter: status,
    interviewer: 403,
    'department-manager': 403,
    'it-operator': 403,
    auditor: 403,
    'other-position': 403,
    'other-organisation': 404,
  })
const row: AccessRow = {
  expect: may(200),
  // With a fault in it: whoever may gets to hear that, and nobody is brought in.
  request: () => ({
    body: {
      positionId: 'teller',
      basis: 'campus',
      source: '校园招聘系统',
      told: true,
      fileName: 'applicants.csv',
      base64: Buffer.from('姓名,手机号\n王小明,1\n').toString('base64'),
    },
  }),
}

const begun: AccessRow = {
  expect: may(200),
  async request({ product }: AccessWorld) {
    const { id } = await product.deps.applicantImports.begin({
      ...{ orgId: product.deps.orgId, positionId: 'teller', basis: 'campus', source: '校园招聘系统', by: 'command' },
      ...{ at: product.now(), headings: 'h', columns: [], applicants: [], contentHash: 'of-nobody' },
    })
    return { params: { id } }
  },
}

export const access: AccessRows = {
  'POST /api/staff/applicant-imports/check': row,
  'POST /api/staff/applicant-imports': row,
  'GET /api/staff/applicant-imports/:id': begun,
  'GET /api/staff/applicant-imports/:id/result': begun,
}
