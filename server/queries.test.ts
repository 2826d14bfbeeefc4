/**
 * Every query of the product, as it goes over the wire while every route is sent, every job runs and the bot is asked: each is looked up
 * through an index and reads at most a thousand documents, in an organisation that has more of everything.
 */
import { expect } from 'chai'
import { accessWorld, type AccessWorld } from '../test/builders/access-world.js'
import { allAccessRows } from '../test/builders/all-access-rows.js'
import { asksNothing, storeCalls } from '../test/builders/store-calls.js'
import { methodWatch } from '../test/builders/method-watch.js'
import { fillCollections } from '../test/builders/fill-collections.js'
import { explained, watchQueries, type Explained, type Query } from '../test/builders/query-watch.js'
import { botDepsOf } from './features/bot/feature.js'
import { runCommand } from './features/bot/index.js'
import { dueAmong } from './mongo/due-among.js'
import { jobTable } from './wiring/jobs.js'

const mostRead = 1_000
const moreThanMost = 1_100

/** What a group asked the bot within the last seconds: claimed in an order that no index holds (test/claims.test.ts). */
const shortQueues = ['botincomings']
/** Stay few whatever the size of a bank: files that people edit, and who works there. They may be read whole, through an index. */
const few = [
  'positionversions',
  'questionbankversions',
  'organisationversions',
  'messagesversions',
  'members',
  ...shortQueues,
]

/** Read to its end on purpose, by `npm run audit:verify` alone. */
const wholeTrail = ['distinct auditentries {}', 'find auditentries {segment} by sequence, _id']

describe('the queries of the product', function () {
  this.timeout(600_000)
  let world: AccessWorld
  let queries: Explained[]
  let unsent: string[]
  const methods = methodWatch()

  before(async () => {
    world = await accessWorld({ watchStores: methods.watch })
    const seen = watchQueries(world.product.connection)
    await world.product.work()
    await sendEveryRoute()
    await filterWhoWaits()
    await askTheBot()
    await dueAmong(world.product.connection, queuesOf(world))
    unsent = await callTheRest()
    const asked = [...seen]
    await fillCollections(world.product.connection, { least: moreThanMost, except: few })

    queries = (await explainEach(asked)).filter(({ shape }) => !wholeTrail.includes(shape))
  })
  after(() => world?.close())

  it('are watched for every method of every store', () => {
    expect(methods.all().length).to.be.greaterThan(200)
    expect(methods.uncalled().filter((name) => !asksNothing.includes(name))).to.deep.equal([])
    expect(unsent, 'called without a query').to.deep.equal([])
  })

  it('are many', () => {
    expect(new Set(queries.map(({ shape }) => shape)).size).to.be.greaterThan(95)
  })

  it('are each looked up through an index', () => {
    const whole = queries.filter(({ indexes }) => indexes.length === 0)
    expect(shapesOf(whole)).to.deep.equal([])
  })

  it('read a thousand documents at most, each', () => {
    const many = queries.filter(({ examined }) => examined > mostRead)
    expect(shapesOf(many)).to.deep.equal([])
  })

  async function sendEveryRoute(): Promise<void> {
    for (const [key, row] of allAccessRows.filter(([one]) => !one.endsWith('/sign-out'))) {
      const [method, path] = key.split(' ') as [string, string]
      const request = (await row.request?.(world)) ?? {}
      const address = path.replace(/:(\w+)/g, (_all, name: string) => request.params?.[name] ?? '0')
      const query = request.query ? `?${String(new URLSearchParams(request.query))}` : ''
      for (const audience of ['candidate', 'recruiter', 'hr-admin', 'interviewer', 'auditor', 'it-operator'] as const) {
        const caller = audience === 'candidate' && request.owner === 'runner' ? world.runner : world.callers[audience]
        await caller.call(method, address + query, request.body)
      }
    }
  }

  async function filterWhoWaits(): Promise<void> {
    for (const query of ['stage=screening', 'positionId=teller&stage=screening', 'positionId=teller&show=person'])
      for (const audience of ['recruiter', 'hr-admin'] as const)
        await world.callers[audience].call('GET', `/api/staff/waiting?${query}`)
  }

  async function askTheBot(): Promise<void> {
    const { deps } = world.product
    const [invited, reported] = [world.invited.shortCode, world.reported.shortCode]
    const asked = [
      '今日',
      '待办',
      '名单',
      '名单 柜员',
      '王小明',
      `报告 ${reported}`,
      `进度 ${reported}`,
      `重发 ${invited}`,
    ]
    for (const text of [...asked, `提醒 ${invited}`, `延期 ${invited} 24小时`, `解绑 ${invited}`, `撤销 ${invited}`])
      await runCommand(botDepsOf(deps), {
        orgId: deps.orgId,
        chat: { id: 'g', kind: 'group' },
        userid: 'recruiter',
        msgid: text,
        text,
      })
  }

  /** Returns the calls that the store never heard of: what fails before its query says nothing about it. */
  async function callTheRest(): Promise<string[]> {
    const silent: string[] = []
    let heard = 0
    world.product.connection.getClient().on('commandStarted', () => (heard += 1))
    for (const [name, input] of Object.entries(await storeCalls(world))) {
      const before = heard
      await methods.call(name, input).catch(() => {})
      if (heard === before) silent.push(name)
    }
    return silent
  }

  async function explainEach(seen: Query[]): Promise<Explained[]> {
    const all: Explained[] = []
    for (const query of seen)
      all.push(
        await explained(world.product.connection, query).catch((error: Error) => {
          throw new Error(`${query.shape} cannot be explained: ${error.message}`)
        }),
      )
    return all
  }
})

const queuesOf = ({ product }: AccessWorld) =>
  jobTable(product.deps).flatMap((job) => ('due' in job ? [{ name: job.name, due: job.due() }] : []))

const shapesOf = (queries: Explained[]): string[] =>
  [
    ...new Set(
      queries.map(({ shape, indexes, examined }) => `${shape} · ${indexes.join(', ') || 'no index'} · ${examined}`),
    ),
  ].sort()
