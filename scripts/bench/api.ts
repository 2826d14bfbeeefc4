/**
 * `npm run bench:api`: answers handed in per second and their p95 through the whole product (a real process: session, checks,
 * rules, sealing, store, jobs beside it), next to a bare Koa with one insert on the same kind of store. Rounds alternate, so
 * that whatever else the machine does hits both; the ratio is what counts. Every request is the answer of another interview.
 */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { lookInside } from '../../test/journeys/inside.js'
import { startWorld } from '../../test/journeys/world.js'
import { percentile, sayMachine, sayRange } from './interviews/figures.js'
import { answerOf, draftOf, makeFinishers, takeSeats, type Seat } from './interviews/finishers.js'
import { inLanes } from './interviews/in-lanes.js'
import { keepAlive, type JsonRequest } from './interviews/keep-alive.js'

/** The text questions of an interview; the first warms up and is not counted. */
const questions = [1, 2, 3, 4]
/** Interviews of a question are answered in so many rounds, in each of which the two are measured one right after the other. */
const roundsAQuestion = 4

interface Figure {
  perSecond: number
  p50: number
  p95: number
}

const { values } = parseArgs({
  options: { interviews: { type: 'string', default: '1000' }, connections: { type: 'string', default: '16' } },
})
const [interviews, connections] = [Number(values.interviews), Number(values.connections)]
if (!(interviews >= roundsAQuestion && connections > 0))
  throw new Error('--interviews takes 4 or more, --connections 1 or more')

console.log(`${sayMachine()}\n${interviews} interviews, ${connections} connections`)
const world = await startWorld({ env: { LOG_LEVEL: 'warn', ROLE: 'web' } })
const folder = await mkdtemp(join(tmpdir(), 'bench-bare-'))
const bare = fork(fileURLToPath(new URL('./bare-server.ts', import.meta.url)), [folder], {
  execArgv: ['--import', 'tsx'],
})
const client = keepAlive(connections)
try {
  const [port] = (await once(bare, 'message')) as [number]
  const finishers = await lookInside(world, (deps, orgId) =>
    makeFinishers({ deps, orgId, sandbox: world.sandbox }, interviews),
  )
  await world.stopProduct()
  await world.startProduct({ ROLE: 'all' })

  const counted = await lookInside(world, async (deps, orgId) => {
    const figures: Record<string, Figure>[] = []
    for (const question of questions) {
      const seats = await takeSeats({ deps, orgId }, finishers, question)
      for (const part of inParts(seats, roundsAQuestion))
        figures.push(await runRound(part, `http://127.0.0.1:${port}/`, figures.length))
    }
    return figures.slice(roundsAQuestion)
  })
  print(counted)
} finally {
  client.close()
  bare.kill()
  await world.end()
  await rm(folder, { recursive: true, force: true })
}

function inParts<Item>(items: readonly Item[], parts: number): Item[][] {
  const size = Math.ceil(items.length / parts)
  return Array.from({ length: parts }, (_, part) => items.slice(part * size, (part + 1) * size))
}

/** Bare first in one round, last in the next. */
async function runRound(seats: readonly Seat[], bareUrl: string, round: number): Promise<Record<string, Figure>> {
  const answers = seats.map((seat) => answerOf(world.productUrl, seat))
  const onBare = () => measure(answers.map(({ body }) => ({ method: 'PUT', url: bareUrl, body })))
  const onProduct = async () => ({
    draft: await measure(seats.map((seat) => draftOf(world.productUrl, seat))),
    answer: await measure(answers),
  })

  if (round % 2 === 0) return { bare: await onBare(), ...(await onProduct()) }
  const product = await onProduct()
  return { ...product, bare: await onBare() }
}

async function measure(requests: readonly JsonRequest[]): Promise<Figure> {
  const started = performance.now()
  const sent = await inLanes(requests, connections, (request) => client.send(request))
  const seconds = (performance.now() - started) / 1000
  const refused = sent.find(({ status }) => status !== 200)
  if (refused) throw new Error(`a request was answered with ${refused.status}`)

  const times = sent.map(({ ms }) => ms)
  return { perSecond: sent.length / seconds, p50: percentile(times, 0.5), p95: percentile(times, 0.95) }
}

function print(counted: readonly Record<string, Figure>[]): void {
  const of = (what: string) => counted.map((round) => round[what]!)
  const names = { bare: 'bare Koa and insert', answer: 'PUT answer, whole product', draft: 'PUT draft, whole product' }
  console.table(
    Object.entries(names).map(([what, name]) => ({
      '': name,
      'per second': sayRange(
        of(what).map(({ perSecond }) => perSecond),
        0,
      ),
      'p50 ms': sayRange(
        of(what).map(({ p50 }) => p50),
        1,
      ),
      'p95 ms': sayRange(
        of(what).map(({ p95 }) => p95),
        1,
      ),
    })),
  )

  const ratio = (figure: keyof Figure) =>
    sayRange(
      counted.map(({ answer, bare: plain }) => answer![figure] / plain![figure]),
      2,
    )
  console.log(`answers per second, product / bare: ${ratio('perSecond')} · p95, product / bare: ${ratio('p95')}`)
  console.log(`middle (lowest to highest) of ${counted.length} rounds; those before them warmed up\n${sayMachine()}`)
}
