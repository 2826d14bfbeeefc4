/** The link alone opens no more than that it is taken. */
import { forCandidates, type AccessRow, type AccessRows } from '../../../test/builders/access-rows.js'
import { consentTo } from '../../../test/builders/access-world.js'

const link: AccessRow['request'] = ({ running: { linkToken } }) => ({ owner: 'runner', body: { token: linkToken } })

export const access: AccessRows = {
  'POST /api/candidate/invitations/open': { expect: forCandidates({ own: 200, other: 200 }), request: link },
  'POST /api/candidate/invitations/verify-phone': {
    expect: forCandidates({ own: 200, other: 404 }),
    request: ({ running: { linkToken } }) => ({ owner: 'runner', body: { token: linkToken, tail: '9111' } }),
  },
  'POST /api/candidate/invitations/notice': { expect: forCandidates({ own: 200, other: 404 }), request: link },
  'POST /api/candidate/invitations/consent': {
    expect: forCandidates({ own: 200, other: 404 }),
    request: async ({ running: { linkToken }, runner }) => ({
      owner: 'runner',
      body: await consentTo(runner, linkToken),
    }),
  },
  'GET /api/candidate/consents/:id': {
    expect: forCandidates({ own: 200, other: 404 }),
    request: ({ running: { invitationId } }) => ({ owner: 'runner', params: { id: invitationId } }),
  },
  'PUT /api/candidate/consents/:id': {
    expect: forCandidates({ own: 200, other: 404 }),
    request: async ({ running: { invitationId, linkToken }, runner }) => {
      const { token: _token, ...body } = await consentTo(runner, linkToken)
      return { owner: 'runner', params: { id: invitationId }, body }
    },
  },
}
