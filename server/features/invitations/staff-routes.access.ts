import { forStaff, type AccessRow, type AccessRows } from '../../../test/builders/access-rows.js'

/** Of somebody who is invited and has not begun. */
const act =
  (rest: object = {}): NonNullable<AccessRow['request']> =>
  ({ invited }) => ({ params: { id: invited.applicationId }, body: { key: 'pressed-once', ...rest } })
const inviters: AccessRow['expect'] = forStaff({
  'hr-admin': 200,
  recruiter: 200,
  interviewer: 403,
  'department-manager': 403,
  'it-operator': 403,
  auditor: 403,
  'other-position': 403,
  'other-organisation': 404,
})

export const access: AccessRows = {
  'POST /api/staff/applications/:id/invitation/resend': { expect: inviters, request: act() },
  'POST /api/staff/applications/:id/invitation/remind': { expect: inviters, request: act() },
  'POST /api/staff/applications/:id/invitation/extend': { expect: inviters, request: act({ hours: 24 }) },
  'POST /api/staff/applications/:id/invitation/revoke': { expect: inviters, request: act() },
  'POST /api/staff/applications/:id/invitation/unlock': { expect: inviters, request: act() },
  'POST /api/staff/applications/:id/invitation/unbind': { expect: inviters, request: act() },
}
