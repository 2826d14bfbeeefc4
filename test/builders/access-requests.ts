/**
 * One request for every route, valid in all but who sends it: so that a refusal says something about the sender. They are sent in this
 * order; what changes the world comes after what needs it as it was. A route without a row here is sent as it is.
 */
import type { EndpointKey } from '../../shared/contracts/endpoints.js'
import { answerText, consentTo, deviceKey, type AccessWorld } from './access-world.js'
import { resume } from './resumes.js'

export interface AccessRequest {
  params?: Record<string, string>
  query?: Record<string, string>
  body?: unknown
  /** The interview that runs belongs to another candidate than the one with the report. */
  owner?: 'runner'
}

type Make = (world: AccessWorld) => AccessRequest | Promise<AccessRequest>

const code = 'AAAA-AAAA-AAAA-AAAA'
const deciding = { verdict: 'hold', reason: '再看一看' }
const slot = {
  startsAt: '2099-12-01T02:00:00Z',
  place: { zh: '三楼', en: '3F' },
  contact: { name: { zh: '张', en: 'Zhang' }, phone: '025-0000' },
}
const callbackSeal = { msg_signature: 'x', timestamp: '1', nonce: 'n' }

const running =
  (body?: object): Make =>
  (world) => ({
    owner: 'runner',
    params: { id: world.running.interviewId, number: '1' },
    ...(body && { body: { deviceKey, ...body } }),
  })
const application: Make = ({ reported }) => ({ params: { id: reported.applicationId } })
const link: Make = ({ running: { linkToken } }) => ({ owner: 'runner', body: { token: linkToken } })
const decision =
  (body: object): Make =>
  ({ reported }) => ({ params: { id: reported.decisionId }, body })
const file =
  (body?: object): Make =>
  () => ({ params: { kind: 'position', fileId: 'teller' }, ...(body && { body }) })

async function tellerFile({ callers }: AccessWorld) {
  const { body } = await callers['hr-admin'].call('GET', '/api/staff/files/position/teller')
  const { yaml, revision } = body as { yaml: string; revision: number }
  return { source: { yaml }, baseRevision: revision }
}

export const accessRequests: Partial<Record<EndpointKey, Make>> = {
  'POST /api/candidate/sessions': () => ({ body: { code: 'wx-somebody' } }),
  'POST /api/candidate/applications': () => ({
    body: { positionId: 'teller', submissionKey: 'apply-13800138000', resume: resume() },
  }),
  'GET /api/candidate/applications/:id': application,
  'GET /api/candidate/applications/:id/letter': application,
  'POST /api/candidate/subscriptions': () => ({ body: { choices: [{ template: 'progress', choice: 'accept' }] } }),
  'POST /api/candidate/invitations/open': link,
  'POST /api/candidate/invitations/verify-phone': ({ running: { linkToken } }) => ({
    owner: 'runner',
    body: { token: linkToken, tail: '9111' },
  }),
  'POST /api/candidate/invitations/notice': link,
  'POST /api/candidate/invitations/consent': async ({ running: { linkToken }, runner }) => ({
    owner: 'runner',
    body: await consentTo(runner, linkToken),
  }),
  'GET /api/candidate/consents/:id': ({ running: { invitationId } }) => ({
    owner: 'runner',
    params: { id: invitationId },
  }),
  'PUT /api/candidate/consents/:id': async ({ running: { invitationId, linkToken }, runner }) => {
    const { token: _token, ...body } = await consentTo(runner, linkToken)
    return { owner: 'runner', params: { id: invitationId }, body }
  },
  'POST /api/candidate/interviews': ({ running: { invitationId } }) => ({
    owner: 'runner',
    body: { invitationId, deviceKey },
  }),
  'GET /api/candidate/interviews/:id': running(),
  'POST /api/candidate/interviews/:id/heartbeat': running({ visible: true }),
  'POST /api/candidate/interviews/:id/questions/:number/issue': running({}),
  'POST /api/candidate/interviews/:id/questions/:number/shown': running({}),
  'POST /api/candidate/interviews/:id/questions/:number/begin': running({}),
  'PUT /api/candidate/interviews/:id/questions/:number/draft': running({ text: answerText, revision: 1 }),
  'PUT /api/candidate/interviews/:id/questions/:number/answer': running({
    text: answerText,
    submissionKey: 'answer-of-zhou',
  }),
  'POST /api/candidate/interviews/:id/rest': running({}),
  'GET /api/candidate/interviews/:id/feedback': ({ reported }) => ({ params: { id: reported.interviewId } }),

  'GET /api/wecom/callback': () => ({ query: { ...callbackSeal, echostr: 'x' } }),
  'POST /api/wecom/callback': () => ({ query: callbackSeal, body: {} }),

  'GET /api/staff/sign-in': () => ({ query: { via: 'wecom' } }),
  'GET /api/staff/sign-in/callback': () => ({ query: { code: 'recruiter.never', state: 'a'.repeat(32) } }),
  'PUT /api/staff/me/language': () => ({ body: { language: 'zh' } }),
  'POST /api/staff/second-factor': () => ({ body: { code: '000000' } }),
  'POST /api/staff/first-admin': () => ({ body: { code } }),
  'GET /api/staff/jssdk-signature': ({ product }) => ({ query: { url: `${product.deps.publicUrl}/console/` } }),
  'GET /api/staff/applications/:id': application,
  'POST /api/staff/reports/:id/ratings': async ({ reported, product }) => {
    const report = await product.deps.reports.findById(product.deps.orgId, reported.reportId)
    return { params: { id: reported.reportId }, body: { questionId: report!.questionIds[0], score: 3 } }
  },
  'POST /api/staff/decisions/:id/preview': decision(deciding),
  'POST /api/staff/decisions/:id/slot/preview': decision(slot),
  'POST /api/staff/decisions/:id/slot': decision(slot),
  'POST /api/staff/decisions/bulk': ({ reported }) => ({
    body: { decisionIds: [reported.decisionId], ...deciding, confirmed: false },
  }),
  'POST /api/staff/decisions/:id': decision(deciding),
  'POST /api/staff/files/check': async (world) => ({ body: await tellerFile(world) }),
  'GET /api/staff/files/:kind/:fileId': file(),
  'GET /api/staff/files/:kind/:fileId/yaml': file(),
  'PUT /api/staff/files/:kind/:fileId': async (world) => ({
    params: { kind: 'position', fileId: 'teller' },
    body: await tellerFile(world),
  }),
  'PUT /api/staff/members/:userid': () => ({
    params: { userid: 'wu-wei' },
    body: { name: '吴伟', grants: [], status: 'active' },
  }),
}

/** Ends the sender's session. */
export const lastRoute = 'POST /api/staff/sign-out'
