/**
 * docs/access-matrix.csv is written by hand: who may do what, route by route. Every cell is sent as a real request to the whole
 * application. A route that is served and not in the table fails, and so does a row that is served by nobody.
 */
import { expect } from 'chai'
import { parse } from 'csv-parse/sync'
import { readFileSync } from 'node:fs'
import type Router from '@koa/router'
import { accessRequests, lastRoute, type AccessRequest } from '../test/builders/access-requests.js'
import { accessWorld, audiences, type AccessWorld, type Audience } from '../test/builders/access-world.js'
import { endpoints, type EndpointKey } from '../shared/contracts/endpoints.js'

type Row = Record<Audience, string> & { method: string; path: string }

const rows = parse<Row>(readFileSync('docs/access-matrix.csv', 'utf8'), {
  columns: true,
  comment: '#',
  skip_empty_lines: true,
})
const keyOf = ({ method, path }: Row) => `${method} ${path}`
const told = [...Object.keys(accessRequests), ...rows.map(keyOf)].filter((key) => key !== lastRoute)
const inOrder = [...new Set([...told, lastRoute])]

describe('the access matrix', () => {
  let world: AccessWorld

  before(async function () {
    this.timeout(60_000)
    world = await accessWorld()
  })
  after(() => world?.close())

  it('names every route that is really served, and no other', () => {
    const served = world.product.app.middleware.flatMap((layer) => routesOf((layer as { router?: Router }).router))
    const outside = ['GET /healthz', 'GET /readyz', 'GET /metrics', 'GET /openapi.json']

    expect(rows.map(keyOf).sort()).to.deep.equal([...new Set(served)].sort())
    expect(rows.map(keyOf).sort()).to.deep.equal([...Object.keys(endpoints), ...outside].sort())
  })

  it('has an expectation in every cell', () => {
    for (const row of rows)
      expect(
        audiences.map((audience) => row[audience]),
        keyOf(row),
      ).to.satisfy((cells: string[]) => cells.every((cell) => /^\d{3}$/.test(cell)))
  })

  for (const key of inOrder) {
    it(key, async function () {
      this.timeout(30_000)
      const row = rows.find((one) => keyOf(one) === key)
      expect(row, 'a row in docs/access-matrix.csv').not.to.equal(undefined)
      // Whoever may not is first, so that nobody is refused only because somebody did it already.
      const order = [...audiences].sort((one, other) => Number(allowed(row![one])) - Number(allowed(row![other])))
      const got: Partial<Record<Audience, string>> = {}
      for (const audience of order) got[audience] = await statusOf(key, audience)

      expect(got).to.deep.equal(Object.fromEntries(audiences.map((audience) => [audience, row![audience]])))
    })
  }

  async function statusOf(key: string, audience: Audience): Promise<string> {
    const [method, path] = key.split(' ') as [string, string]
    const request = await (accessRequests[key as EndpointKey]?.(world) ?? {})
    const caller = audience === 'candidate' && request.owner === 'runner' ? world.runner : world.callers[audience]
    const before = await written()
    const reply = await caller.call(method, addressOf(path, request), request.body)

    if (mustNotRead(audience) || reply.status >= 400)
      expectNothingOf(world.secrets, JSON.stringify(reply.body), `${key} as ${audience}`)
    if (leavesATrace(key, audience))
      expect(await written(), `entries in the audit trail after ${key} as ${audience}`).to.be.greaterThan(before)
    return String(reply.status)
  }

  const written = () => world.product.connection.collection('auditentries').countDocuments()
})

const allowed = (status: string) => Number(status) < 400

/** What a person does with their own session shows nothing about anybody else. */
const ownSession = [
  'GET /api/staff/sign-in',
  'GET /api/staff/me',
  'PUT /api/staff/me/language',
  'GET /api/staff/jssdk-signature',
  'POST /api/staff/second-factor/enrol',
  'POST /api/staff/second-factor',
  'POST /api/staff/first-admin',
]

/** Every staff read and write, allowed or refused, is one entry (C21). */
const leavesATrace = (key: string, audience: Audience) =>
  /\/api\/(staff|audit)/.test(key) &&
  !ownSession.includes(key) &&
  !['anonymous', 'candidate', 'other-candidate'].includes(audience)

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
