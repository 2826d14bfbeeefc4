import { forCandidates, type AccessRows } from '../../../../test/builders/access-rows.js'

export const access: AccessRows = {
  'POST /api/candidate/phone/code': {
    expect: forCandidates({ own: 200, other: 200 }),
    request: () => ({ body: { phone: '13700137000' } }),
  },
  'POST /api/candidate/phone/proof': {
    expect: forCandidates({ own: 403, other: 403 }),
    request: () => ({ body: { phone: '13700137000', code: '000000' } }),
  },
  'POST /api/candidate/phone/wechat': {
    expect: forCandidates({ own: 403, other: 403 }),
    request: () => ({ body: { code: 'no-code-of-anybody' } }),
  },
  'POST /api/candidate/email/code': {
    expect: forCandidates({ own: 200, other: 200 }),
    request: () => ({ body: { email: 'li.lei@example.com' } }),
  },
  'POST /api/candidate/email/proof': {
    expect: forCandidates({ own: 403, other: 403 }),
    request: () => ({ body: { email: 'li.lei@example.com', code: '000000' } }),
  },
}
