import { forStaff, type AccessRows } from '../../../test/builders/access-rows.js'

export const access: AccessRows = {
  'POST /api/staff/reports/:id/ratings': {
    expect: forStaff({
      'hr-admin': 200,
      recruiter: 200,
      interviewer: 200,
      'department-manager': 200,
      'it-operator': 403,
      auditor: 403,
      'other-position': 403,
      'other-organisation': 404,
    }),
    unshared: { interviewer: 403, 'department-manager': 403 },
    request: async ({ reported, product }) => {
      const report = await product.deps.reports.findById(product.deps.orgId, reported.reportId)
      return { params: { id: reported.reportId }, body: { questionId: report!.questionIds[0], score: 3 } }
    },
  },
}
