/** The staff's routes over real stores, with people who applied and were interviewed. No platform, no jobs. */
import { randomBytes } from 'node:crypto'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { bodyParser } from '@koa/bodyparser'
import Koa from 'koa'
import type { Connection } from 'mongoose'
import pino from 'pino'
import type { Assessment } from '../../shared/contracts/assessment.js'
import type { PositionFile } from '../../shared/contracts/positions.js'
import type { Grant, Role } from '../../shared/contracts/staff.js'
import { applicationStaffRoutes } from '../../server/features/applications/index.js'
import {
  agreementRoutes,
  appealRoutes,
  decisionRoutes,
  openAppeals,
  reviewRoutes,
  type Verdict,
} from '../../server/features/flow/index.js'
import { sharingOf } from '../../server/features/invitations/index.js'
import { comparePosition, ratingRoutes } from '../../server/features/reports/index.js'
import { errorHandler } from '../../server/http/error-handler.js'
import { consoleHeader, resolveStaffSession } from '../../server/http/staff-session.js'
import { keyRing } from '../../server/mongo/key-ring.js'
import type { AuditEntry } from '../../server/ports/audit-trail.js'
import { openStores, type Stores } from '../../server/wiring/stores.js'
import { specAsPdf } from '../fakes/draw-pdf.js'
import { testStore } from '../store.js'
import { ratedQuestions } from './assessments.js'
import { organisation, position } from './data-files.js'
import { newInterview } from './interview.js'
import { resume } from './resumes.js'
import { defaultTexts } from './notifications.js'

export const deskNow = new Date('2026-11-25T12:00:00Z')

/**
 * `role@position` or `role`; `!` in front: of another organisation; `+download` behind: with the right to download. Sent as the
 * session's cookie.
 */
export type Plain = Role | `${Role}@${string}` | `!${Role}`
export type Who = Plain | `${Plain}+download`

export interface Interviewed {
  candidateId: string
  applicationId: string
  reportId: string
  decisionId: string
}

interface Answered<Answer> {
  status: number
  body: Answer
  text: string
  headers: Headers
}

export interface Desk {
  stores: Stores
  connection: Connection
  audited: AuditEntry[]
  get<Answer = Record<string, unknown>>(who: Who, path: string): Promise<Answered<Answer>>
  post<Answer = Record<string, unknown>>(who: Who, path: string, body: object): Promise<Answered<Answer>>
  /** Somebody whose report is ready and who waits for a decision after the AI interview. */
  interviewed(name: string, assessment: Assessment | undefined, positionId?: string): Promise<Interviewed>
  /** What they chose about sharing with interviewers; who was interviewed has agreed. */
  share(who: Pick<Interviewed, 'applicationId'>, granted: boolean): Promise<void>
  /** The same person further on, in a round that people hold. */
  inRound(who: Interviewed, stage: string): Promise<{ id: string }>
  /** Somebody whose résumé waits for a person. */
  screened(name: string, positionId?: string): Promise<{ applicationId: string; decisionId: string; shortCode: string }>
  /** From here on it is so much later. */
  pass(ms: number): void
  close(): Promise<void>
}

export const orgId = 'bank-a'

function memberOf(who: string) {
  const [plain, download] = who.replace('!', '').split('+') as [string, string | undefined]
  const [role, positionId] = plain.split('@') as [Role, string | undefined]
  const grants: Grant[] = [{ role, positionIds: positionId === undefined ? 'all' : [positionId] }]
  return {
    orgId: who.startsWith('!') ? 'bank-b' : orgId,
    memberId: `member-${role}`,
    userid: role,
    name: role,
    grants,
    download: download !== undefined,
  }
}

export async function openDesk(changes: Partial<PositionFile> = {}): Promise<Desk> {
  const connection = await testStore()
  const stores = await openStores(connection, keyRing(randomBytes(32)))
  const audited: AuditEntry[] = []
  const passed = { ms: 0 }
  const server = await listening(routesOf(stores, { audited, passed }, position(changes)))
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  async function call(who: Who, path: string, init: RequestInit = {}) {
    const headers = {
      cookie: `xiaozhao_staff=${encodeURIComponent(who)}`,
      [consoleHeader]: '1',
      'content-type': 'application/json',
      'accept-language': 'zh',
    }
    const answer = await fetch(`${base}${path}`, { ...init, headers })
    const text = await answer.text()
    return { status: answer.status, text, body: JSON.parse(text) as never, headers: answer.headers }
  }

  return {
    stores,
    connection,
    audited,
    get: (who, path) => call(who, path),
    post: (who, path, body) => call(who, path, { method: 'POST', body: JSON.stringify(body) }),
    interviewed: (name, assessment, positionId = 'teller') => seedInterviewed(stores, { name, assessment, positionId }),
    share: ({ applicationId }, granted) => chooseSharing(stores, applicationId, granted),
    inRound: (who, stage) => seedInRound(stores, who, stage),
    screened: (name, positionId = 'teller') => seedScreened(stores, { name, positionId }),
    pass: (ms) => {
      passed.ms += ms
    },
    close: () => new Promise((done) => void server.close(() => done())),
  }
}

function routesOf(
  stores: Stores,
  { audited, passed }: { audited: AuditEntry[]; passed: { ms: number } },
  { kind: _kind, ...teller }: PositionFile,
): Koa {
  const deps = {
    ...stores,
    sharing: sharingOf(stores),
    appealsOpen: openAppeals(stores),
    timeline: stores.timeline,
    audit: { append: async (entry: AuditEntry) => void audited.push(entry) },
    positions: { findAll: async (org: string) => [{ orgId: org, revision: 1, ...teller }] },
    positionOf: async (org: string, id: string) => ({ orgId: org, revision: 1, ...teller, id }),
    organisationOf: async () => ({ revision: 1, ...organisation() }),
    textsOf: async () => defaultTexts,
    notifications: { history: async () => [], enqueue: async () => {}, tellGroup: async () => {} },
    promiseHours: async () => 24,
    compareWithin: comparePosition({ ...stores, sharing: sharingOf(stores) }),
    staffNames: async () => new Map([['member-recruiter', '李静']]),
    clock: { now: () => new Date(deskNow.getTime() + passed.ms) },
    drawPdf: specAsPdf,
    voiceMeasuresOf: async () => new Map(),
    wake: () => {},
  }
  const app = new Koa()
  app.use(errorHandler(pino({ level: 'error' }))).use(bodyParser())
  app.use(
    resolveStaffSession({
      publicUrl: '',
      findStaffSession: async (token) => ({ caller: memberOf(decodeURIComponent(token)), secondFactorMissing: false }),
    }),
  )
  for (const router of [
    decisionRoutes(deps),
    appealRoutes(deps),
    reviewRoutes(deps),
    applicationStaffRoutes(deps),
    ratingRoutes(deps),
    agreementRoutes(deps),
  ])
    app.use(router.routes())
  return app
}

const listening = (app: Koa): Promise<Server> =>
  new Promise((ready) => {
    const server = app.listen(0, '127.0.0.1', () => ready(server))
  })

let people = 0

async function apply(stores: Stores, { name, positionId }: { name: string; positionId: string }) {
  const mine = resume({ name, phone: `139${String(++people).padStart(8, '0')}`, idNumber: '110101199003071233' })
  const candidate = (await stores.candidates.insertUnlessKnown({
    orgId,
    owner: 'bank',
    phoneProved: true,
    name,
    phone: mine.phone,
    language: 'zh',
    createdAt: deskNow,
  }))!
  const { application } = await stores.applications.insertUnlessApplied({
    orgId,
    candidateId: candidate.id,
    positionId,
    source: 'import',
    holders: [],
    resume: mine,
    contentHash: String(people),
    appliedAt: new Date(deskNow.getTime() - 86_400_000 + people),
  })
  return { orgId, candidateId: candidate.id, applicationId: application.id, positionId, shortCode: candidate.shortCode }
}

async function raise(
  stores: Stores,
  ids: { orgId: string; candidateId: string; applicationId: string; positionId: string },
  stage: string,
  proposal: Verdict,
) {
  const raisedAt = new Date(deskNow.getTime() - 3_600_000)
  return stores.decisions.raise({ ...ids, stage, proposal, raisedAt, dueAt: new Date(raisedAt.getTime() + 86_400_000) })
}

/** Decided by the rule, as the job would have. */
async function seedInRound(stores: Stores, { decisionId, ...who }: Interviewed, stage: string) {
  const [first, standing] = [
    (await stores.decisions.findById(orgId, decisionId))!,
    (await stores.standings.find(orgId, who.applicationId))!,
  ]
  await stores.decisions.decide(first, { verdict: 'advance', reason: '达到规则', by: 'rule', at: deskNow })
  await stores.standings.move(standing, { state: 'in-round', stage, since: deskNow })
  const { candidateId, applicationId, positionId } = first
  return stores.decisions.raise({
    orgId,
    candidateId,
    applicationId,
    positionId,
    stage,
    raisedAt: deskNow,
    dueAt: deskNow,
    unarranged: true,
  })
}

async function seedScreened(stores: Stores, who: { name: string; positionId: string }) {
  const { shortCode, ...ids } = await apply(stores, who)
  await stores.standings.insertOnce({ ...ids, state: 'screening-review', stage: 'screening', since: deskNow })
  const { id } = await raise(stores, ids, 'screening', 'decline')
  return { applicationId: ids.applicationId, decisionId: id, shortCode }
}

async function chooseSharing(stores: Stores, applicationId: string, granted: boolean): Promise<void> {
  const { id: invitationId, candidateId } = (await stores.invitations.latestOf(orgId, applicationId))!
  const choices = [{ purpose: 'sharing' as const, granted }]
  await stores.consents.append({ orgId, invitationId, candidateId, noticeVersion: '2026-11', choices, at: deskNow })
}

async function seedInterviewed(
  stores: Stores,
  { assessment, ...who }: { name: string; positionId: string; assessment: Assessment | undefined },
): Promise<Interviewed> {
  const { shortCode: _code, ...ids } = await apply(stores, who)
  const { invitation } = await stores.invitations.insertUnlessInvited({
    ...ids,
    status: 'completed',
    linkVersion: 1,
    queuedAt: deskNow,
    closesAt: deskNow,
    wrongTails: 0,
  })
  await chooseSharing(stores, ids.applicationId, true)
  const fresh = newInterview({
    ...ids,
    invitationId: invitation.id,
    submittedAt: deskNow,
    status: 'scored',
  })
  const questions = fresh.questions.map((one) => ({
    ...one,
    answer: { text: `第${one.number}题的回答`, at: deskNow, endedBy: 'candidate' as const },
  }))
  const { interview } = await stores.interviews.insertUnlessBegun({ ...fresh, questions })
  await stores.reports.insertOnce({
    ...ids,
    interviewId: interview.id,
    invitationId: interview.invitationId,
    status: assessment ? 'ready' : 'awaiting-human',
    readyAt: deskNow,
    dueAt: new Date(deskNow.getTime() + 86_400_000),
    questionIds: ratedQuestions.map(([id]) => id),
    ...(assessment && { assessment }),
  })
  await stores.standings.insertOnce({ ...ids, state: 'deciding', stage: 'ai-interview', since: deskNow })
  const { id: decisionId } = await raise(stores, ids, 'ai-interview', 'advance')
  const { id: reportId } = (await stores.reports.findByApplication(orgId, ids.applicationId))!
  return { candidateId: ids.candidateId, applicationId: ids.applicationId, reportId, decisionId }
}
