/**
 * `npm run bench:size -- --applications 20000`: an organisation with so many applications, sealed as the product seals them, and how long
 * its lists take then: over HTTP and in the bot, one at a time and beside one another, with a look at the store meanwhile.
 */
import { parseArgs } from 'node:util'
import { runCommand } from '../../server/features/bot/index.js'
import { botDepsOf } from '../../server/features/bot/feature.js'
import { openStores } from '../../server/wiring/stores.js'
import { forAll, productServer, type ProductServer } from '../../test/builders/product-server.js'
import { resume } from '../../test/builders/resumes.js'
import { closeTestStores } from '../../test/store.js'
import { percentile, sayMachine, spreadOf } from './interviews/figures.js'
import { inLanes } from './interviews/in-lanes.js'

const { values } = parseArgs({
  options: { applications: { type: 'string', default: '20000' }, rounds: { type: 'string', default: '30' } },
})
const [applications, rounds] = [Number(values.applications), Number(values.rounds)]
if (!(applications >= 100 && rounds >= 5)) throw new Error('--applications takes 100 or more, --rounds 5 or more')

/** Writes that wait share one flush of the disk. */
const atOnce = 256
const waitingOf = 5
const hour = 3_600_000
/** Of a WeChat that sent in as many as a list shows. */
const eager = 'wx-eager'

const letters = [...'一二三四五六七八九十百千万天地人和春夏秋冬东南西北']
const nameAt = (at: number): string =>
  [at, Math.floor(at / letters.length)].map((n) => letters[n % letters.length]).join('')
const megabyte = 1024 * 1024
/** Of this process, the store's thread among it. */
const memory = (): string => {
  const { rss, heapUsed } = process.memoryUsage()
  return `${Math.round(rss / megabyte)} MB resident, ${Math.round(heapUsed / megabyte)} MB of heap in use`
}
const seconds = (ms: number): string => (ms / 1_000).toFixed(1)

console.log(`${sayMachine()}\n${applications} applications, ${rounds} rounds`)
const product = await productServer({ defaultData: true })
try {
  await fill(product)
  await product.addStaff('recruiter', [forAll('recruiter')])
  await product.addStaff('of-one', [{ role: 'recruiter', positionIds: ['risk-manager'] }])
  await measureStart(product)
  await measureLists(product)
} finally {
  console.log(memory())
  await product.close()
  await closeTestStores()
}
console.log(sayMachine())

async function fill(server: ProductServer): Promise<void> {
  const { deps } = server
  const now = server.now()
  const began = performance.now()
  await inLanes(Array.from({ length: applications }), atOnce, async (_none, at) => {
    const appliedAt = new Date(now.getTime() - (applications - at) * 1_000)
    const [name, phone] = [`王${nameAt(at)}`, `13${String(100_000_000 + at)}`]
    const positionId = at % 50 === 0 ? 'risk-manager' : 'teller'
    const { orgId } = deps
    const candidate = (await deps.candidates.insertUnlessKnown({
      orgId,
      owner: 'bank',
      phoneProved: true,
      name,
      phone,
      language: 'zh',
      createdAt: appliedAt,
    }))!
    const { application } = await deps.applications.insertUnlessApplied({
      orgId,
      candidateId: candidate.id,
      positionId,
      source: 'import',
      holders: at % 500 === 0 ? [{ openid: eager, by: 'applied', at: appliedAt }] : [],
      appliedAt,
      contentHash: String(at),
      resume: resume({ name, phone }),
    })
    const waits = at % waitingOf === 0
    const ids = { orgId, applicationId: application.id, candidateId: candidate.id, positionId }
    await Promise.all([
      deps.applications.settle(application, 'screened'),
      deps.standings.insertOnce({ ...ids, state: waits ? 'screening-review' : 'declined', since: appliedAt } as never),
      deps.decisions.raise({
        ...ids,
        stage: 'screening',
        proposal: 'decline',
        raisedAt: appliedAt,
        dueAt: new Date(appliedAt.getTime() + 24 * hour),
        ...(!waits && { verdict: 'decline', decidedAt: appliedAt, decidedBy: 'm' }),
      }),
    ])
  })
  console.log(`filled in ${seconds(performance.now() - began)} s, ${memory()}`)
}

/** What a start does over a store that is full: indexes looked at, keys found, the application built. */
async function measureStart(server: ProductServer): Promise<void> {
  const { connection, keys } = server
  const began = performance.now()
  await openStores(connection, keys)
  const again = await productServer({ defaultData: true, over: { connection, keys, now: server.now() } })
  console.log(`a start over it, without its process: ${seconds(performance.now() - began)} s`)
  await again.close()
  console.log(memory())
}

async function measureLists(server: ProductServer): Promise<void> {
  const { deps, connection } = server
  const [recruiter, ofOne] = [await server.signIn('recruiter'), await server.signIn('of-one')]
  const phone = await server.candidate(eager)
  let asked = 0
  const bot = (text: string) => {
    asked += 1
    const chat = { id: 'g', kind: 'group' as const }
    return runCommand(botDepsOf(deps), { orgId: deps.orgId, chat, userid: 'recruiter', msgid: `b${asked}`, text })
  }
  const lists: [string, () => Promise<unknown>][] = [
    ['candidates', () => expectOk(recruiter.call('GET', '/api/staff/candidates'))],
    ['candidates of one position', () => expectOk(ofOne.call('GET', '/api/staff/candidates'))],
    [
      'candidates by name',
      () => expectOk(recruiter.call('POST', '/api/staff/candidates/search', { search: '王三四' })),
    ],
    ['waiting', () => expectOk(recruiter.call('GET', '/api/staff/waiting'))],
    ['waiting of one position', () => expectOk(ofOne.call('GET', '/api/staff/waiting'))],
    ['own applications', () => expectOk(phone.call('GET', '/api/candidate/applications'))],
    ['bot 名单', () => bot('名单')],
    ['bot 名单 柜员', () => bot('名单 柜员')],
    ['bot 待办', () => bot('待办')],
    ['bot 今日', () => bot('今日')],
  ]
  console.log('| list | p50 ms | p95 ms | max ms | 8 beside: p95 ms | store answers meanwhile, max ms |\n|-|-|-|-|-|-|')
  for (const [name, read] of lists) {
    await read()
    const alone: number[] = []
    for (let round = 0; round < rounds; round += 1) alone.push(await timed(read))
    const pings: number[] = []
    const beside = inLanes(Array.from({ length: rounds }), 8, () => timed(read))
    const watching = watch(() => connection.db!.command({ ping: 1 }), beside, pings)
    const together = await beside
    await watching
    const { p50, p95, max } = spreadOf(alone)
    const cells = [p50, p95, max, percentile(together, 0.95), Math.max(0, ...pings)].map((ms) => ms.toFixed(0))
    console.log(`| ${name} | ${cells.join(' | ')} |`)
  }
}

async function watch(look: () => Promise<unknown>, until: Promise<unknown>, into: number[]): Promise<void> {
  const state = { ended: false }
  void until.finally(() => (state.ended = true))
  while (!state.ended) into.push(await timed(look))
}

async function timed(act: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await act()
  return performance.now() - began
}

async function expectOk(reply: Promise<{ status: number }>): Promise<void> {
  const { status } = await reply
  if (status !== 200) throw new Error(`status ${status}`)
}
