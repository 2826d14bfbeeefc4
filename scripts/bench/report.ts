/**
 * `npm run bench:report -- --finishers 1,100,1000`: from the last answer to the report and to the candidate's message, with so
 * many candidates finishing at the same moment. Product and sandbox run as processes of their own; the candidates accepted the
 * message beforehand, so that no figure contains a person's tap.
 */
import { parseArgs } from 'node:util'
import { lookInside } from '../../test/journeys/inside.js'
import { startWorld, type World } from '../../test/journeys/world.js'
import type { Deps } from '../../server/wiring/deps.js'
import { waitFor } from '../demo/wait-for.js'
import { percentile, sayMachine, spreadOf } from './interviews/figures.js'
import { watchHealth, type Health } from './interviews/health-watch.js'
import { cpuMsOf, metricsOf } from './interviews/product-metrics.js'
import { answerOf, makeFinishers, takeSeats, type Finisher, type Seat } from './interviews/finishers.js'
import { inLanes } from './interviews/in-lanes.js'
import { keepAlive } from './interviews/keep-alive.js'

/** One after the other, so that a single finisher has a spread too; the first of them meets a cold process. */
const repeatsOfOne = 10
const mostConnections = 250
const patienceMs = 15 * 60_000

interface Inside {
  deps: Deps
  orgId: string
}

/** Milliseconds after the request with the last answer was sent. */
interface Way {
  answered: number
  announced: number
  report: number
  queued: number
  sending: number
  inbox: number
}

const legs: (keyof Way)[] = ['answered', 'announced', 'report', 'queued', 'sending', 'inbox']

const { values } = parseArgs({ options: { finishers: { type: 'string', default: '1,100,1000' } } })
const rounds = values.finishers
  .split(',')
  .map(Number)
  .flatMap((count) => (count === 1 ? Array<number>(repeatsOfOne).fill(1) : [count]))
if (!rounds.every((count) => Number.isInteger(count) && count > 0))
  throw new Error('--finishers takes whole numbers, such as 1,100,1000')

console.log(sayMachine())
const world = await startWorld({ env: { LOG_LEVEL: 'warn', ROLE: 'web' } })
try {
  const finishers = await prepare(world)
  await world.stopProduct()
  await world.startProduct({ ROLE: 'all' })
  console.log(`memory after start: ${await memoryOf(world)}`)
  await lookInside(world, (deps, orgId) => runAll({ deps, orgId }, finishers))
  console.log(`memory afterwards: ${await memoryOf(world)}`)
  console.log(sayMachine())
} finally {
  await world.end()
}

async function prepare({ sandbox, ...rest }: World): Promise<Finisher[]> {
  const count = rounds.reduce((sum, one) => sum + one, 0)
  const started = performance.now()
  const finishers = await lookInside({ sandbox, ...rest }, (deps, orgId) =>
    makeFinishers({ deps, orgId, sandbox }, count),
  )
  console.log(`${count} candidates prepared in ${((performance.now() - started) / 1000).toFixed(0)} s`)
  return finishers
}

async function runAll(inside: Inside, finishers: readonly Finisher[]): Promise<void> {
  let from = 0
  const singles: Way[] = []
  for (const count of rounds) {
    const cpuBefore = await cpuMsOf(world)
    const { ways, health } = await finishTogether(inside, finishers.slice(from, (from += count)))
    const cpu = ((await cpuMsOf(world)) - cpuBefore) / count
    if (count > 1) print(`${count} at once, ${cpu.toFixed(0)} ms of CPU each; ${sayHealth(health)}`, ways)
    else if (singles.push(...ways) === repeatsOfOne) printSingles(singles)
  }
}

/** Health is watched from the first answer to the last message. */
async function finishTogether(
  inside: Inside,
  finishers: readonly Finisher[],
): Promise<{ ways: Way[]; health: Health }> {
  const seats = await takeSeats(inside, finishers, 'last')
  const watch = watchHealth(world.productUrl)
  const client = keepAlive(mostConnections)
  const sent = await inLanes(seats, seats.length, async (seat) => {
    const from = Date.now()
    const { status, at } = await client.send(answerOf(world.productUrl, seat))
    if (status !== 200) throw new Error(`the last answer was refused: ${status}`)
    return { seat, from, answered: at - from }
  })
  client.close()
  await waitFor('every message in its inbox', () => allReached(finishers), { withinMs: patienceMs, everyMs: 250 })
  const health = await watch.stop()
  return { ways: await inLanes(sent, 8, (one) => wayOf(inside, one)), health }
}

async function allReached(finishers: readonly Finisher[]): Promise<boolean> {
  const people = (await world.sandbox.people()) as { id: string; messages?: number }[]
  const reached = new Set(people.filter(({ messages = 0 }) => messages > 0).map(({ id }) => id))
  return finishers.every(({ personId }) => reached.has(personId))
}

async function wayOf(
  { deps, orgId }: Inside,
  { seat, from, answered }: { seat: Seat; from: number; answered: number },
): Promise<Way> {
  const { interviewId, candidateId, personId } = seat.finisher
  const [report, messages, inbox] = await Promise.all([
    deps.reports.findByInterview(orgId, interviewId),
    deps.messages.listOfCandidate(orgId, candidateId),
    world.sandbox.inbox(personId),
  ])
  const of = (template: string) => messages.find((message) => message.template === template)
  const result = of('result')
  const seen = inbox.find(({ opens }) => opens?.includes('feedback'))
  if (!report || !result || !seen) throw new Error('a finisher has no report or no message about it')
  const after = (at: Date | string | undefined) => new Date(at ?? NaN).getTime() - from
  return {
    answered,
    announced: after(of('progress')?.queuedAt),
    report: after(report.readyAt),
    queued: after(result.queuedAt),
    sending: after(result.ledger.at(-1)?.at),
    inbox: after(seen.at),
  }
}

function sayHealth({ asked, p50, p99, max }: Health): string {
  return `/healthz ${p50.toFixed(1)} / ${p99.toFixed(0)} / ${max.toFixed(0)} ms (p50 / p99 / max of ${asked})`
}

function printSingles([first, ...others]: Way[]): void {
  print('1, the first after the start', [first!])
  print(`1 at a time, ${others.length} times`, others)
}

function print(title: string, ways: readonly Way[]): void {
  const seconds = (ms: number) => Number((ms / 1000).toFixed(3))
  console.log(`\n${title} (seconds after the last answer was sent)`)
  console.table(
    Object.fromEntries(
      legs.map((leg) => {
        const { p50, p95, max } = spreadOf(ways.map((way) => way[leg]))
        return [
          leg,
          {
            first: seconds(
              percentile(
                ways.map((way) => way[leg]),
                0,
              ),
            ),
            p50: seconds(p50),
            p95: seconds(p95),
            max: seconds(max),
          },
        ]
      }),
    ),
  )
}

/** The heap of the main thread; what the process holds besides is the store's thread, its mapped file and the dictionary. */
async function memoryOf(of: World): Promise<string> {
  const value = await metricsOf(of)
  const megabytes = (name: string) => Math.round(value(name) / 1e6)
  return `${megabytes('process_resident_memory_bytes')} MB resident, ${megabytes('nodejs_heap_size_used_bytes')} MB of them heap in use`
}

/** Of all its threads. Unlike seconds it says the same on a busy machine. */
