import { forStaff, type AccessRow, type AccessRows } from '../../../test/builders/access-rows.js'

const unshared: AccessRow['unshared'] = { interviewer: 403, 'department-manager': 403 }
const raters = (answer: number): AccessRow['expect'] =>
  forStaff({
    'hr-admin': answer,
    recruiter: answer,
    interviewer: answer,
    'department-manager': answer,
    'it-operator': 403,
    auditor: 403,
    'other-position': 403,
    'other-organisation': 404,
  })
const ofFirstQuestion =
  (body: object): NonNullable<AccessRow['request']> =>
  async ({ reported, product }) => {
    const report = await product.deps.reports.findById(product.deps.orgId, reported.reportId)
    return { params: { id: reported.reportId }, body: { questionId: report!.questionIds[0], ...body } }
  }

export const access: AccessRows = {
  'POST /api/staff/reports/:id/ratings': { expect: raters(200), unshared, request: ofFirstQuestion({ score: 3 }) },
  // Each of them has rated it in the row before; nothing is to be settled, and who may is told so.
  'POST /api/staff/reports/:id/second-ratings': { expect: raters(200), unshared, request: ofFirstQuestion({}) },
  'POST /api/staff/reports/:id/settlements': {
    expect: raters(409),
    unshared,
    request: ofFirstQuestion({ score: 3, reason: '一起重读了作答' }),
  },
}
