/** Of an interview that runs: neither its candidate can any more, nor anybody with the link alone. */
import { forCandidates, type AccessRow, type AccessRows } from '../../../../test/builders/access-rows.js'

const running =
  (rest: object = {}): NonNullable<AccessRow['request']> =>
  ({ running: { linkToken } }) => ({ owner: 'runner', body: { token: linkToken, ...rest } })
const expect = forCandidates({ own: 409, other: 404 })

export const access: AccessRows = {
  'POST /api/candidate/invitations/decline': { expect, request: running({ reason: 'other-offer' }) },
  'POST /api/candidate/invitations/return': { expect, request: running() },
  'POST /api/candidate/invitations/more-time': { expect, request: running({ key: 'asked-once', hours: 24 }) },
}
