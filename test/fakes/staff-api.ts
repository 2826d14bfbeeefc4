/** The staff's side of the product, as its contracts say, for the console in a browser: pages, calls, and what was sent to it. */
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import Koa, { type Context } from 'koa'
import { consolePages } from '../../server/http/console-pages.js'
import type { AppealWaiting } from '../../shared/contracts/appeals.js'
import type { RequestWaiting } from '../../shared/contracts/candidate-requests.js'
import { requestRoutes } from './staff-requests-api.js'
import type { Me } from '../../shared/contracts/staff.js'
import type { RoundSlot } from '../../shared/contracts/round-slot.js'
import type { DecideMany, DecideRequest, WaitingDecision } from '../../shared/contracts/staff-decisions.js'
import type {
  ApplicationForStaff,
  CandidateRow,
  CorrectPerson,
  RateQuestion,
} from '../../shared/contracts/staff-reports.js'
import { staffNow } from '../builders/staff-lists.js'
import { candidatePage, waitingPage } from './staff-lists-api.js'
import { serveRecordings, type RecordingsState } from './staff-recordings-api.js'
import { noAgreement, reviewRoutes, type ReviewState } from './staff-reviews-api.js'

export interface StaffState extends Pick<ReviewState, 'reviews' | 'agreement'>, RecordingsState {
  me: Me | undefined
  waiting: WaitingDecision[]
  candidates: CandidateRow[]
  applications: ApplicationForStaff[]
  appeals: AppealWaiting[]
  requests: RequestWaiting[]
  /** Code that the next change is refused with. */
  refuse: { code: string; status: number } | undefined
  /** Every change that came, oldest first. */
  sent: { key: string; body: unknown }[]
}

export interface FakeStaffApi {
  baseUrl: string
  state: StaffState
  close(): Promise<void>
}

const words = (zh: string, en: string) => ({ zh, en })

export async function startStaffApi(consoleDir: string, initial: Partial<StaffState> = {}): Promise<FakeStaffApi> {
  const state: StaffState = {
    me: undefined,
    waiting: [],
    candidates: [],
    applications: [],
    appeals: [],
    requests: [],
    reviews: [],
    agreement: noAgreement,
    recordings: [],
    played: [],
    silent: false,
    refuse: undefined,
    sent: [],
    ...initial,
  }
  const app = new Koa()
  app.use(consolePages(consoleDir))
  app.use(async (ctx) => answer(ctx, state, await bodyOf(ctx.req)))
  // oxlint-disable-next-line typescript/no-misused-promises -- Koa answers every error itself
  const server = createServer(app.callback()).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))

  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    state,
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => {
        server.close(resolve)
      })
    },
  }
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return chunks.length > 0 ? JSON.parse(Buffer.concat(chunks).toString()) : undefined
}

function answer(ctx: Context, state: StaffState, body: unknown): void {
  const change = ctx.method !== 'GET' && !ctx.path.endsWith('/search')
  if (change && !ctx.get('x-xiaozhao-console')) return refuse(ctx, 403, 'foreign-page')
  if (change) state.sent.push({ key: `${ctx.method} ${ctx.path}`, body })
  if (!state.me && !ctx.path.startsWith('/api/staff/sign-in')) return refuse(ctx, 401, 'sign-in-needed')
  if (change && state.refuse) {
    const { status, code } = state.refuse
    state.refuse = undefined
    return refuse(ctx, status, code)
  }
  if (ctx.method === 'GET' && serveRecordings(ctx, state)) return
  const found = routes.find(([method, pattern]) => method === ctx.method && pattern.test(ctx.path))
  const reply = found?.[2](state, {
    body,
    query: ctx.query as Record<string, string>,
    id: found[1].exec(ctx.path)?.[1] ?? '',
  })
  if (reply === undefined) return refuse(ctx, 404, 'not-found')
  ctx.body = reply
}

function refuse(ctx: Context, status: number, code: string): void {
  ctx.status = status
  ctx.body = { error: { code, message: code } }
}

interface Asked {
  body: unknown
  query: Record<string, string>
  id: string
}

const routes: [string, RegExp, (state: StaffState, asked: Asked) => object | undefined][] = [
  ...reviewRoutes,
  ['GET', /^\/api\/staff\/me$/, ({ me }) => me],
  [
    'PUT',
    /^\/api\/staff\/me\/language$/,
    (state, { body }) => {
      Object.assign(state.me!, body)
      return {}
    },
  ],
  ['POST', /^\/api\/staff\/recordings\/\w+\/listened$/, () => ({})],
  [
    'POST',
    /^\/api\/staff\/sign-out$/,
    (state) => {
      state.me = undefined
      return {}
    },
  ],
  [
    'POST',
    /^\/api\/staff\/first-admin$/,
    (state) => {
      state.me!.secondFactor = 'enrol'
      return {}
    },
  ],
  [
    'POST',
    /^\/api\/staff\/second-factor\/enrol$/,
    () => ({
      secret: 'JBSW Y3DP EHPK 3PXP',
      otpauthUri: 'otpauth://totp/x',
      qrSvg: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9H0z"/></svg>',
    }),
  ],
  [
    'POST',
    /^\/api\/staff\/second-factor$/,
    (state) => {
      state.me!.secondFactor = 'given'
      return {}
    },
  ],
  ['GET', /^\/api\/staff\/waiting$/, waitingPage],
  ['GET', /^\/api\/staff\/waiting\/count$/, ({ waiting }) => ({ total: waiting.length })],
  [
    'POST',
    /^\/api\/staff\/candidates\/search$/,
    (state, { body }) => candidatePage(state, { query: body as Record<string, string> }),
  ],
  ['GET', /^\/api\/staff\/appeals$/, ({ appeals }) => ({ appeals })],
  ['POST', /^\/api\/staff\/appeals\/(\w+)\/answer$/, answerAppeal],
  ...requestRoutes,
  ['GET', /^\/api\/staff\/candidates$/, candidatePage],
  [
    'GET',
    /^\/api\/staff\/applications\/(\w+)$/,
    ({ applications }, { id }) => applications.find(({ applicationId }) => applicationId === id),
  ],
  ['POST', /^\/api\/staff\/applications\/(\w+)\/same-person$/, () => ({})],
  ['PUT', /^\/api\/staff\/applications\/(\w+)\/person$/, correct],
  ['POST', /^\/api\/staff\/applications\/(\w+)\/invitation\/(?:resend|remind|unbind)$/, () => bySms],
  ['POST', /^\/api\/staff\/applications\/(\w+)\/invitation\/extend$/, () => ({ closesAt: staffNow, sent: bySms })],
  ['POST', /^\/api\/staff\/applications\/(\w+)\/invitation\/unlock$/, () => ({ wasLocked: true })],
  ['POST', /^\/api\/staff\/applications\/(\w+)\/invitation\/revoke$/, revoke],
  ['POST', /^\/api\/staff\/reports\/(\w+)\/ratings$/, rate],
  ['POST', /^\/api\/staff\/decisions\/bulk$/, decideMany],
  [
    'POST',
    /^\/api\/staff\/decisions\/(\w+)\/slot\/preview$/,
    (_state, { body }) => previewOf({ verdict: 'advance', reason: '', slot: body as RoundSlot }),
  ],
  ['POST', /^\/api\/staff\/decisions\/(\w+)\/slot$/, arrange],
  ['POST', /^\/api\/staff\/decisions\/(\w+)\/preview$/, (_state, { body }) => previewOf(body as DecideRequest)],
  ['POST', /^\/api\/staff\/decisions\/(\w+)\/take-back$/, takeBack],
  ['POST', /^\/api\/staff\/decisions\/(\w+)$/, decide],
]

const bySms = { kind: 'sent', channel: 'sms', why: words('没有可用的微信订阅', 'no WeChat subscription left') }

function correct({ applications }: StaffState, { id, body }: Asked): object {
  const { name, phone } = body as CorrectPerson
  const application = applications.find(({ applicationId }) => applicationId === id)!
  Object.assign(application, { ...(name && { name }), ...(phone && { contact: { phone } }) })
  return {}
}

function takeBack(state: StaffState, { id, body }: Asked): object {
  state.applications = state.applications.map(({ endedBy, ...application }) => {
    if (endedBy !== id) return { ...application, ...(endedBy !== undefined && { endedBy }) }
    const takenBack = { by: '李静', at: staffNow, ...(body as { reason: string }) }
    return { ...application, decisions: application.decisions.map((one) => ({ ...one, takenBack })) }
  })
  return {}
}

function answerAppeal(state: StaffState, { id, body }: Asked): object {
  const { answer: text } = body as { answer: string }
  state.appeals = state.appeals.filter(({ appealId }) => appealId !== id)
  for (const { appeal } of state.applications)
    if (appeal?.appealId === id) Object.assign(appeal, { mayAnswer: false, answer: { text, by: '李静', at: staffNow } })
  return {}
}

function revoke({ applications }: StaffState, { id }: Asked): object {
  const { invitation } = applications.find(({ applicationId }) => applicationId === id)!
  Object.assign(invitation!, { status: 'revoked', acts: ['reopen'] })
  return {}
}

/** Rated: the machine's score shows beside it (E5). */
function rate(state: StaffState, { id, body }: Asked): object | undefined {
  const { questionId, score, note } = body as RateQuestion
  const question = state.applications
    .find(({ report }) => report?.reportId === id)
    ?.report?.questions.find((one) => one.questionId === questionId)
  if (!question?.review) return undefined
  question.review = {
    ...question.review,
    hidden: false,
    ratings: [{ by: state.me!.name, at: staffNow, score, ...(note && { note }) }],
    mayAskSecond: true,
  }
  question.score = 2.8
  return {}
}

function decideMany(state: StaffState, { body }: Asked): object {
  const { decisionIds, confirmed } = body as DecideMany
  const decided = state.waiting
    .filter(({ decisionId }) => decisionIds.includes(decisionId))
    .map(({ decisionId, name, shortCode }) => ({ decisionId, name, shortCode }))
  if (confirmed) state.waiting = state.waiting.filter(({ decisionId }) => !decisionIds.includes(decisionId))
  return { decided, leftOut: [], done: confirmed }
}

function decide(state: StaffState, { id }: Asked): object {
  state.waiting = state.waiting.filter(({ decisionId }) => decisionId !== id)
  for (const application of state.applications) if (application.waiting?.decisionId === id) delete application.waiting
  return {}
}

function arrange(state: StaffState, { id, body }: Asked): object {
  for (const { waiting } of state.applications) {
    if (waiting?.decisionId !== id) continue
    delete waiting.unarranged
    waiting.raisedAt = (body as RoundSlot).startsAt
  }
  return {}
}

function previewOf({ verdict, slot }: DecideRequest): object {
  if (verdict === 'advance' && slot)
    return {
      verdict,
      warnings: [],
      message: { template: 'next-round', text: words(`复试安排：${slot.place.zh}`, `Next round: ${slot.place.en}`) },
    }
  if (verdict !== 'decline') return { verdict, warnings: [] }
  const letter = {
    kind: 'decline',
    positionTitle: words('综合柜员', 'Bank teller'),
    decidedAt: staffNow,
    opening: words('王小明，您好。感谢您用心完成面试。', 'Dear Wang Xiaoming, thank you for the care you took.'),
    assessed: [words('客户服务', 'Customer service'), words('合规诚信', 'Integrity')],
    strength: { text: words('您能先安抚再给方案', 'You calm first, then offer a way'), quote: '跟她说抱歉让您久等' },
    nextStep: words('可以再练习利息计算。', 'Practise interest calculation.'),
    appeal: {
      text: words('如有疑问，可以联系', 'If you have questions, contact'),
      until: '2026-12-06T12:00:00.000Z',
      contact: '0512-66668888',
    },
    closing: words('祝您顺利。', 'We wish you well.'),
  }
  return { verdict, warnings: [words('还有 1 题待复核。', 'One question still waits for a review.')], letter }
}
