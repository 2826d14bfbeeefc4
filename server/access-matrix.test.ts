/**
 * The rows beside the routes (`*.access.ts`) are written by hand: who may do what. Every cell is sent as a real request to the whole
 * application, all in one world. A route that is served and has no row fails, and so does a row that is served by nobody.
 */
import { expect } from 'chai'
import { readFileSync } from 'node:fs'
import type Router from '@koa/router'
import { Types } from 'mongoose'
import { accessDocument } from '../test/builders/access-document.js'
import {
  readersOfShared,
  staff,
  withoutDownload,
  type AccessRequest,
  type AccessRow,
  type RouteKey,
} from '../test/builders/access-rows.js'
import { accessWorld, audiences, type AccessWorld, type Audience } from '../test/builders/access-world.js'
import { allAccessRows as all } from '../test/builders/all-access-rows.js'
import { endpoints } from '../shared/contracts/endpoints.js'
import { botDepsOf } from './features/bot/feature.js'
import { runCommand } from './features/bot/index.js'

/** Ends the sender's session. */
const lastRoute = 'POST /api/staff/sign-out'
const inOrder = [...all.filter(([key]) => key !== lastRoute), ...all.filter(([key]) => key === lastRoute)]

/** What a command does, and the route by which the console does the same. */
const asBotAndConsole: [string, RouteKey][] = [
  ['resend SUN', 'POST /api/staff/applications/:id/invitation/resend'],
  ['remind SUN', 'POST /api/staff/applications/:id/invitation/remind'],
  ['extend SUN 24h', 'POST /api/staff/applications/:id/invitation/extend'],
  ['revoke SUN', 'POST /api/staff/applications/:id/invitation/revoke'],
  ['unlock SUN', 'POST /api/staff/applications/:id/invitation/unlock'],
  ['advance WANG', 'POST /api/staff/decisions/:id'],
  ['hold WANG', 'POST /api/staff/decisions/:id'],
  ['decline WANG not this time', 'POST /api/staff/decisions/:id'],
  ['progress WANG', 'GET /api/staff/applications/:id'],
  ['report WANG', 'GET /api/staff/applications/:id'],
  ['list', 'GET /api/staff/candidates'],
  ['todo', 'GET /api/staff/waiting'],
]

describe('the access matrix', () => {
  let world: AccessWorld
  /** The newest entry of the trail that was looked at. */
  let seen = new Types.ObjectId('0'.repeat(24))

  before(async function () {
    this.timeout(240_000)
    world = await accessWorld()
    await newEntriesByActor()
  })
  after(() => world?.close())

  it('names every route that is really served, and no other', () => {
    const served = world.product.app.middleware.flatMap((layer) => routesOf((layer as { router?: Router }).router))
    const outside = ['GET /healthz', 'GET /readyz', 'GET /metrics', 'GET /openapi.json']
    const keys = all.map(([key]) => key).sort()

    expect(keys).to.deep.equal([...new Set(served)].sort())
    expect(keys).to.deep.equal([...Object.keys(endpoints), ...outside].sort())
  })

  it('is docs/access-matrix.csv, as npm run docs:access makes it', () => {
    expect(readFileSync('docs/access-matrix.csv', 'utf8'), 'run npm run docs:access').to.equal(accessDocument())
  })

  for (const [key, row] of inOrder) {
    if (row.download)
      it(`${key}, without the right to download`, async function () {
        this.timeout(30_000)
        const request = (await row.request?.(world)) ?? {}
        const refused = { expect: withoutDownload(row) }
        const got = await inTurn(refused, (audience) => statusOf(key, audience, request))

        expect(got).to.deep.equal(refused.expect)
        await expectTraces(key)
      })

    it(key, async function () {
      this.timeout(30_000)
      await letDownload(row.download === true)
      const request = (await row.request?.(world)) ?? {}
      const send = (audience: Audience) => statusOf(key, audience, request)
      const got = await inTurn(row, send)

      expect(got).to.deep.equal(row.expect)
      await expectTraces(key)
    })

    if (!row.unshared) continue
    it(`${key}, about somebody who does not share with interviewers`, async function () {
      this.timeout(30_000)
      const request = (await row.request?.({ ...world, reported: world.unshared })) ?? {}
      const got = await inTurn(row, (audience) => statusOf(key, audience, request))

      expect(got).to.deep.equal({ ...row.expect, ...row.unshared })
      await expectTraces(key)
    })
  }

  it('is asked once more about somebody who does not share, wherever interviewers or managers come near a person', () => {
    const near = all.filter(
      ([key, row]) => aboutPeople.test(key) && readersOfShared.some((one) => row.expect[one] !== 403),
    )

    expect(near.filter(([, { unshared }]) => !unshared).map(([key]) => key)).to.deep.equal([])
    expect(near).to.have.lengthOf.at.least(7)
  })

  for (const [typed, key] of asBotAndConsole) {
    it(`holds for the bot too: “${typed}” is ${key}`, async () => {
      const row = all.find(([one]) => one === key)![1]
      for (const audience of staff.filter((one) => one !== 'other-organisation'))
        expect(await botDoes(typed, audience), audience).to.equal(row.expect[audience] !== 403)
    })
  }

  /** Nobody has it unless it was given: for what asks for it, and until the next request of another kind. */
  async function letDownload(download: boolean): Promise<void> {
    await world.product.connection.collection('members').updateMany({}, { $set: { download } })
  }

  async function botDoes(typed: string, audience: Audience): Promise<boolean> {
    const { deps, connection } = world.product
    const userid = audience === 'other-position' ? 'elsewhere' : audience
    const text = typed.replace('SUN', world.invited.shortCode).replace('WANG', world.reported.shortCode)
    const msgid = `${typed}-${audience}`
    await runCommand(botDepsOf(deps), { orgId: deps.orgId, chat: { id: 'g', kind: 'group' }, userid, msgid, text })
    const entries = connection.collection('auditentries').find({ via: 'bot', actor: world.memberIds[audience] })
    const [last] = await entries.sort({ _id: -1 }).limit(1).toArray()
    return last!.result !== 'refused'
  }

  async function statusOf(key: RouteKey, audience: Audience, request: AccessRequest): Promise<number> {
    const [method, path] = key.split(' ') as [string, string]
    const caller = audience === 'candidate' && request.owner === 'runner' ? world.runner : world.callers[audience]
    const reply = await caller.call(method, addressOf(path, request), request.body)

    if ((readersOfShared as readonly Audience[]).includes(audience))
      expectNothingOf(world.unsharedWords, JSON.stringify(reply.body), `${key} as ${audience}`)
    if (mustNotRead(audience) || reply.status >= 400)
      expectNothingOf(world.secrets, JSON.stringify(reply.body), `${key} as ${audience}`)
    return reply.status
  }

  async function expectTraces(key: RouteKey): Promise<void> {
    const entries = await newEntriesByActor()
    if (key === nobodyYet) expect(total(entries)).to.be.at.least(staff.length)
    else if (leavesATrace(key))
      for (const [audience, memberId] of Object.entries(world.memberIds))
        expect(entries.get(memberId), `entries in the audit trail for ${key} as ${audience}`).to.be.greaterThan(0)
  }

  /** Read from the store: what stands there is what an auditor sees. */
  async function newEntriesByActor(): Promise<Map<string, number>> {
    const entries = world.product.connection.collection('auditentries')
    const found = entries.find({ _id: { $gt: seen } }).sort({ _id: 1 })
    const counts = new Map<string, number>()
    for await (const { _id, actor } of found) {
      counts.set(actor as string, (counts.get(actor as string) ?? 0) + 1)
      seen = _id
    }
    return counts
  }
})

/** Whoever may not is first, so that nobody is refused only because somebody did it already; refusals need no turns. */
async function inTurn(
  { expect: expected }: AccessRow,
  send: (audience: Audience) => Promise<number>,
): Promise<Partial<Record<Audience, number>>> {
  const got: Partial<Record<Audience, number>> = {}
  const keep = async (audience: Audience) => {
    got[audience] = await send(audience)
  }
  await Promise.all(audiences.filter((audience) => expected[audience] >= 400).map(keep))
  for (const audience of audiences.filter((one) => expected[one] < 400)) await keep(audience)
  return got
}

/** Routes whose answer may hold what a candidate wrote. */
const aboutPeople = /\/api\/staff\/(waiting|candidates|applications|reports|decisions|interviews|recordings)/

/** What a person does with their own session shows nothing about anybody else. */
const ownSession: RouteKey[] = [
  'GET /api/staff/sign-in',
  'GET /api/staff/me',
  'PUT /api/staff/me/language',
  'GET /api/staff/jssdk-signature',
  'POST /api/staff/second-factor/enrol',
  'POST /api/staff/second-factor',
  'POST /api/staff/first-admin',
]

/** Whoever comes back from WeCom is not known yet. */
const nobodyYet: RouteKey = 'GET /api/staff/sign-in/callback'
const total = (counts: Map<string, number>) => [...counts.values()].reduce((sum, count) => sum + count, 0)

/** Every staff read and write, allowed or refused, is one entry (C21). */
const leavesATrace = (key: RouteKey) => /\/api\/(staff|audit)/.test(key) && !ownSession.includes(key)

/** Nothing of another's candidate may stand in what they get, whatever the status. */
const mustNotRead = (audience: Audience) =>
  ['anonymous', 'other-candidate', 'it-operator', 'auditor', 'other-position', 'other-organisation'].includes(audience)

function expectNothingOf(secrets: string[], text: string, where: string): void {
  for (const secret of secrets) expect(text, where).not.to.contain(secret)
}

function addressOf(path: string, { params = {}, query }: AccessRequest): string {
  const filled = path.replace(/:(\w+)/g, (_all, name: string) => params[name] ?? '0')
  return query ? `${filled}?${String(new URLSearchParams(query))}` : filled
}

function routesOf(router: Router | undefined): string[] {
  return (router?.stack ?? []).flatMap(({ methods, path }) =>
    methods.filter((method) => method !== 'HEAD').map((method) => `${method} ${String(path).replace(/(.)\/$/, '$1')}`),
  )
}
