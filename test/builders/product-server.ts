/**
 * The whole web application on a real store and a free port, for tests of routes. Time moves only when the test says so, jobs run only
 * with `work`, and every platform takes what it is sent. `signIn` is a member's browser after WeCom, `candidate` a phone after WeChat.
 */
import type { StaffMessenger } from '../../server/ports/staff-messenger.js'
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type Koa from 'koa'
import type { Connection } from 'mongoose'
import { generateSync } from 'otplib'
import { buildApp } from '../../server/app.js'
import { readConfig } from '../../server/config.js'
import { buildDeps, type Deps } from '../../server/wiring/deps.js'
import { unauthorised } from '../../server/errors.js'
import { findCandidateSession, findStaffSession } from '../../server/features/accounts/index.js'
import { consoleHeader, staffCookie } from '../../server/http/staff-session.js'
import { jobTable } from '../../server/wiring/jobs.js'
import { createLog } from '../../server/log.js'
import { createMetrics } from '../../server/metrics.js'
import { keyedHash, keyRing, type KeyRing } from '../../server/mongo/key-ring.js'
import { forbidden } from '../../server/errors.js'
import { openPlatforms, type Platforms } from '../../server/wiring/platforms.js'
import type { MemberIdentity } from '../../server/ports/member-identity.js'
import { allRouters } from '../../server/wiring/routers.js'
import { specAsPdf } from '../fakes/draw-pdf.js'
import { openStores, type Stores } from '../../server/wiring/stores.js'
import type { Grant } from '../../shared/contracts/staff.js'
import { importDefaultData } from './default-data.js'
import { testScorer } from '../scorer.js'
import { testStore } from '../store.js'

export interface Reply {
  status: number
  /** Parsed when it is JSON, else the text. */
  body: unknown
  /** `error.code` of a refusal. */
  code: string | undefined
  headers: Headers
}

/** Keeps cookies as a browser does. */
export interface Browser {
  cookies: Map<string, string>
  call(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Reply>
}

/** A candidate's phone. */
export interface Phone {
  call<Body = unknown>(method: string, path: string, body?: unknown): Promise<Reply & { body: Body }>
}

export interface ProductServer {
  base: string
  app: Koa
  deps: Deps
  connection: Connection
  keys: KeyRing
  auditKey: Buffer
  dataDir: string
  now(): Date
  pass(ms: number): void
  browser(): Browser
  candidate(openid: string): Promise<Phone>
  /** Every job, until what one leads to in another is done too. */
  work(): Promise<void>
  /** One job, once. */
  runJob(name: string): Promise<void>
  /** A browser that has been through WeCom as this member. */
  signIn(userid: string): Promise<Browser>
  /** Makes an account; an HR administrator's second factor is set up and given by `signInFully`. */
  addStaff(userid: string, grants: Grant[], orgId?: string): Promise<string>
  signInFully(userid: string): Promise<Browser>
  /** A session of another organisation: its members sign in at its own installation, so this one is put there directly. */
  signInElsewhere(userid: string, orgId: string): Promise<Browser>
  close(): Promise<void>
}

export const forAll = (role: Grant['role']): Grant => ({ role, positionIds: 'all' })
export const codeAt = (secret: string, now: Date): string =>
  generateSync({ secret, epoch: Math.floor(now.getTime() / 1000) })

export interface ProductOptions {
  defaultData?: boolean
  publicUrl?: string
  trustedProxies?: string[]
  /** What the console was built to, to serve it too. */
  consoleDir?: string
  /** Settings beside the usual ones. */
  env?: Record<string, string>
  /** Sees the stores before anything is built on them. */
  watchStores?: (stores: Stores) => void
  /** Rows that are there already, the key they were sealed with, and the time at which they are opened. */
  over?: { connection: Connection; keys: KeyRing; now: Date }
}

export async function productServer({
  defaultData = false,
  publicUrl = '',
  trustedProxies = [],
  consoleDir,
  env,
  watchStores,
  over,
}: ProductOptions = {}): Promise<ProductServer> {
  // Not yet over by the real clock, by which the store lets sessions go that have run out
  let now = over?.now ?? new Date('2126-11-22T02:00:00Z')
  const clock = { now: () => now }
  const dataDir = await mkdtemp(join(tmpdir(), 'product-'))
  const config = readConfig({ DATA_DIR: dataDir, SANDBOX_PORT: '9', PUBLIC_URL: publicUrl, ...env })
  const connection = over?.connection ?? (await testStore())
  const keys = over?.keys ?? keyRing(randomBytes(32))
  const stores = await openStores(connection, keys)
  watchStores?.(stores)
  const log = createLog('silent')
  const platforms = {
    ...openPlatforms({ config, platformTokens: stores.platformTokens, clock }),
    ...obligingPlatforms(),
  }
  const scorer = testScorer()
  const deps = buildDeps({ config, stores, platforms, keys, scorer, clock, log, wake: () => {} })
  deps.drawPdf = specAsPdf
  await importDefaultData({ deps, connection, isWhole: defaultData, isEmpty: over === undefined })

  const app = buildApp({
    log,
    metrics: createMetrics(),
    publicUrl: config.publicUrl,
    trustedProxies,
    ...(consoleDir && { consoleDir }),
    ready: async () => ({ store: true }),
    routers: allRouters(deps),
    findCandidateSession: (token) => findCandidateSession(deps, token),
    findStaffSession: (token) => findStaffSession(deps, token),
  })
  // oxlint-disable-next-line typescript/no-misused-promises -- Koa answers every error itself
  const server = createServer(app.callback()).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  const product: ProductServer = {
    base,
    app,
    deps,
    connection,
    keys,
    dataDir,
    auditKey: keys.derive('audit'),
    now: clock.now,
    pass: (ms) => {
      now = new Date(now.getTime() + ms)
    },
    browser: () => browserAt(base),
    async candidate(openid) {
      const phone = browserAt(base)
      const { token } = (await phone.call('POST', '/api/candidate/sessions', { code: openid })).body as {
        token: string
      }
      return {
        call: (method, path, body) => phone.call(method, path, body, { authorization: `Bearer ${token}` }) as never,
      }
    },
    async work() {
      for (let turn = 0; turn < turnsOfWork; turn++) for (const job of jobTable(deps)) await job.run()
    },
    async runJob(name) {
      await jobTable(deps)
        .find((job) => job.name === name)!
        .run()
    },
    signIn: (userid) => throughWecom(browserAt(base), userid),
    async addStaff(userid, grants, orgId = deps.orgId) {
      await deps.accounts.insert({ orgId, userid, name: `姓名${userid}`, grants, language: 'zh', createdAt: now })
      return (await deps.accounts.findByUserid(orgId, userid))!.id
    },
    async signInFully(userid) {
      const browser = await product.signIn(userid)
      const { body } = await browser.call('POST', '/api/staff/second-factor/enrol')
      const { secret } = body as { secret?: string }
      if (secret) await browser.call('POST', '/api/staff/second-factor', { code: codeAt(secret, now) })
      return browser
    },
    async signInElsewhere(userid, orgId) {
      const member = (await deps.accounts.findByUserid(orgId, userid))!
      const [browser, token] = [browserAt(base), deps.randomToken()]
      await deps.staffSessions.insert(keyedHash(deps.sessionKey, token), {
        orgId,
        userid,
        memberId: member.id,
        secondFactorGiven: true,
        lastSeenAt: now,
        expiresAt: new Date(now.getTime() + 3_600_000),
      })
      browser.cookies.set(staffCookie, token)
      return browser
    },
    async close() {
      await deps.botLeader?.stop()
      server.closeAllConnections()
      await new Promise((resolve) => {
        server.close(resolve)
      })
      await rm(dataDir, { recursive: true, force: true })
    },
  }
  return product
}

const turnsOfWork = 3

function obligingPlatforms() {
  const send = async () => ({ kind: 'sent' as const })
  return {
    members: fakeWecom(),
    identity: { openidOf: async (code) => code },
    wechatNumber: {
      async numberOf() {
        throw forbidden('wechat-number-refused')
      },
    },
    subscriptionMessenger: { send },
    sms: { send, wordsOf: () => [] },
    email: { send, checkAccess: async () => {} },
    group: { send },
    staffMessenger: staffWhoGetEverything,
    links: { linkTo: async ({ query }) => `https://link.test/?${query}` },
    pageSigner: { sign: async () => ({ corpId: 'ww-test', timestamp: 1, nonceStr: 'nonce', signature: 'signature' }) },
  } satisfies Partial<Platforms>
}

const staffWhoGetEverything: StaffMessenger = {
  send: async ({ userids }) => ({
    kind: 'answered',
    people: new Map(userids.map((userid) => [userid, 'accepted' as const])),
  }),
  settleCard: async () => ({ kind: 'sent' }),
}

/** WeCom in a nutshell: `<userid>.<anything>` is a code of that member, good for one use; `outsider.…` is nobody's. */
function fakeWecom(): MemberIdentity {
  const spent = new Set<string>()
  return {
    signInUrl: ({ via, redirectUri, state }) =>
      `https://wecom.test/${via}?${String(new URLSearchParams({ redirect_uri: redirectUri, state }))}`,
    async memberOf(code) {
      if (spent.has(code)) throw unauthorised('login-code-refused')
      spent.add(code)
      const userid = code.split('.')[0]!
      return userid === 'outsider' ? { kind: 'outsider' } : { kind: 'member', userid }
    },
    nameOf: async (userid) => (userid === 'zhou-min' ? '周敏' : undefined),
  }
}

let codes = 0

async function throughWecom(browser: Browser, userid: string): Promise<Browser> {
  const away = await browser.call('GET', '/api/staff/sign-in?via=wecom')
  const state = new URL(away.headers.get('location')!).searchParams.get('state')!
  await browser.call('GET', `/api/staff/sign-in/callback?code=${userid}.${++codes}&state=${state}`)
  return browser
}

function browserAt(base: string): Browser {
  const cookies = new Map<string, string>()

  return {
    cookies,
    async call(method, path, body, headers = {}) {
      const reply = await fetch(base + path, {
        method,
        redirect: 'manual',
        ...(body !== undefined && { body: JSON.stringify(body) }),
        headers: {
          'content-type': 'application/json',
          [consoleHeader]: '1',
          cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
          ...headers,
        },
      })
      for (const line of reply.headers.getSetCookie()) keep(cookies, line)
      const text = await reply.text()
      const parsed: unknown = reply.headers.get('content-type')?.includes('json') ? JSON.parse(text) : text
      const { error } = (typeof parsed === 'object' ? (parsed ?? {}) : {}) as { error?: { code: string } }
      return { status: reply.status, body: parsed, code: error?.code, headers: reply.headers }
    },
  }
}

function keep(cookies: Map<string, string>, line: string): void {
  const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!
  if (value === '') cookies.delete(name!)
  else cookies.set(name!, value!)
}
