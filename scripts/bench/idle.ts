/**
 * `npm run bench:idle -- --seconds 60`: what a product costs that nobody uses, as per cent of one core. Product and sandbox run as
 * they were built, as processes of their own; beside the whole product stands one without jobs, started after it.
 */
import { parseArgs } from 'node:util'
import { startWorld, type World } from '../../test/journeys/world.js'
import { sayMachine } from './interviews/figures.js'
import { cpuMsOf } from './interviews/product-metrics.js'

/** A start leaves work behind: compiling, collecting, the first data. */
const settleMs = 20_000

const { values } = parseArgs({ options: { seconds: { type: 'string', default: '60' } } })
const seconds = Number(values.seconds)
if (!Number.isInteger(seconds) || seconds < 1) throw new Error('--seconds takes a whole number, such as 60')

console.log(sayMachine())
const world = await startWorld({ env: { LOG_LEVEL: 'warn' } })
try {
  console.log(`whole product: ${await shareOf(world)}`)
  await world.stopProduct()
  await world.startProduct({ ROLE: 'web' })
  console.log(`without jobs: ${await shareOf(world)}`)
  console.log(sayMachine())
} finally {
  await world.end()
}

async function shareOf(idle: World): Promise<string> {
  await pause(settleMs)
  const from = { cpu: await cpuMsOf(idle), at: performance.now() }
  await pause(seconds * 1000)
  const used = (await cpuMsOf(idle)) - from.cpu
  return `${((100 * used) / (performance.now() - from.at)).toFixed(2)} % of one core`
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms)
  })
}
