import { forStaff, type AccessRow, type AccessRows } from '../../../test/builders/access-rows.js'

const row: AccessRow = {
  expect: forStaff({
    'hr-admin': 200,
    recruiter: 200,
    interviewer: 403,
    'department-manager': 403,
    'it-operator': 403,
    auditor: 403,
    'other-position': 403,
    'other-organisation': 404,
  }),
  // Of somebody who never applied: whoever may gets to hear that.
  request: () => ({
    body: {
      testId: 'written-2026-11',
      title: '笔试',
      source: '测评系统',
      takenOn: '2026-11-20',
      positionId: 'teller',
      fileName: 'results.csv',
      base64: Buffer.from('短码,题号,得分,满分\nZZZZ,1,1,2\n').toString('base64'),
    },
  }),
}

export const access: AccessRows = {
  'POST /api/staff/written-tests/check': row,
  'POST /api/staff/written-tests': row,
}
