/**
 * `npm run bench:stoppers -- --seconds 5 --connections 16 --only XML`: how quickly a product says that it lives while somebody sends what once
 * stopped it (S6). Product and sandbox run as they were built, the sender is a process of its own, and a quiet stretch of the same run
 * stands beside each.
 */
import { parseArgs } from 'node:util'
import { becomeFirstAdmin } from '../../test/journeys/first-admin.js'
import { giveSecondFactor, setUpAuthenticator } from '../../test/journeys/second-factor.js'
import { startWorld, type World } from '../../test/journeys/world.js'
import { wang } from '../demo/people.js'
import { inLanes } from './interviews/in-lanes.js'
import { sayMachine } from './interviews/figures.js'
import type { Health } from './interviews/health-watch.js'
import { cpuMsOf } from './interviews/product-metrics.js'
import { flooded, quiet, type FloodResult } from './stoppers/flooded.js'
import { loopProbe } from './stoppers/loop-delay.js'
import { stoppers, type Callers } from './stoppers/requests.js'

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '5' },
    connections: { type: 'string', default: '16' },
    only: { type: 'string', default: '' },
  },
})
const [forMs, connections] = [Number(values.seconds) * 1000, Number(values.connections)]
if (!(forMs > 0 && connections >= 1)) throw new Error('--seconds and --connections take 1 or more')

const applications = 40
const phoneOf = (at: number) => String(15_500_000_000 + at)

console.log(sayMachine())
const probe = loopProbe()
const world = await startWorld({ env: { LOG_LEVEL: 'error', ...probe.env } })
try {
  const attacks = stoppers(await callers(world))
  const rows: Record<string, object> = {}
  for (const [name, requests] of Object.entries(attacks).filter(([one]) => one.includes(values.only))) {
    const before = await withCpu(() => quiet(world.productUrl, forMs))
    rows[`(quiet before ${name})`] = { ...sayHealth(before.found), ...before.cpu }
    const { found, cpu } = await withCpu(() => flooded(world.productUrl, { requests, connections, forMs }))
    rows[name] = { ...sayHealth(found.health), ...cpu, replies: sayReplies(found.result) }
  }
  console.table(rows)
  console.log(`${connections} connections, ${values.seconds} s each, /healthz every 20 ms\n${sayMachine()}`)
} catch (error) {
  console.error(world.log().split('\n').slice(-40).join('\n'))
  throw error
} finally {
  await world.end()
}

async function callers({ productUrl, sandbox, ...rest }: World): Promise<Callers> {
  const whole = { productUrl, sandbox, ...rest }
  const people = await inLanes(Array.from({ length: connections }), 4, (_, at) =>
    sandbox.addPerson(`候选${at}`, phoneOf(at)),
  )
  const phones = await inLanes(people, 4, ({ id }) => whole.phone(id))
  const applicant = await whole.phone(wang.personId)
  for (let at = 0; at < applications; at += 1)
    await applicant.apply('teller', { ...wang.resume, phone: phoneOf(1000 + at) }, `stopper-${at}`)
  const admin = await becomeFirstAdmin(whole, 'zhou-min')
  await setUpAuthenticator(whole, admin, 'zhou-min')
  await giveSecondFactor(whole, admin, 'zhou-min')
  return {
    productUrl,
    candidates: phones.map(({ session }) => session.token),
    applicant: applicant.session.token,
    admin: admin.headers(),
  }
}

function sayHealth({ asked, p50, p99, max, watcher }: Health) {
  const [middle, most] = [p50.toFixed(1), max.toFixed(1)]
  return { asked, 'p50 ms': middle, 'p99 ms': p99.toFixed(1), 'worst ms': most, 'watcher worst': watcher.toFixed(1) }
}

/**
 * With a machine that others use, the product's own work says more than any time, and how long its main thread kept others waiting, and how
 * long this process, which watches, could not look: that is in its figures for /healthz as well.
 */
async function withCpu<Found>(look: () => Promise<Found>): Promise<{ found: Found; cpu: object }> {
  const [began, cpuBefore] = [performance.now(), await cpuMsOf(world)]
  await probe.delay()
  const found = await look()
  const { p99, max } = await probe.delay()
  const cpuMs = (await cpuMsOf(world)) - cpuBefore
  const [seconds, ofSeconds] = [cpuMs / 1000, (performance.now() - began) / 1000]
  return {
    found,
    cpu: {
      'loop p99': p99.toFixed(1),
      'loop worst': max.toFixed(1),
      'CPU s': seconds.toFixed(1),
      'of s': ofSeconds.toFixed(1),
    },
  }
}

function sayReplies(result: FloodResult): string {
  return Object.entries(result)
    .map(([status, count]) => `${status} × ${count}`)
    .join(', ')
}
