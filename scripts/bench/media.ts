/**
 * `npm run bench:media -- --phones 100 --pieces 120 --kills 20`: how long handing in a written answer takes while so many phones upload
 * recordings at the speed of a 3G network, beside a quiet stretch of the same run; with `--kills`, whether anything is lost while the product
 * is killed again and again. Afterwards every recording is read back from the store and compared with what was sent.
 */
import { createHash } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { readClip } from '../../server/features/recordings/read-clip.js'
import { clipsOf } from '../../server/features/recordings/recording.js'
import type { Deps } from '../../server/wiring/deps.js'
import { lookInside } from '../../test/journeys/inside.js'
import { startWorld } from '../../test/journeys/world.js'
import { percentile, sayMachine } from './interviews/figures.js'
import { answerOf, makeFinishers, takeSeats, type Seat } from './interviews/finishers.js'
import { watchHealth, type Health } from './interviews/health-watch.js'
import { inLanes } from './interviews/in-lanes.js'
import { keepAlive } from './interviews/keep-alive.js'
import { cpuMsOf, metricsOf } from './interviews/product-metrics.js'
import { upload, type Uploaded } from './media/slow-phone.js'

const { values } = parseArgs({
  options: {
    phones: { type: 'string', default: '100' },
    pieces: { type: 'string', default: '120' },
    kills: { type: 'string', default: '0' },
  },
})
const [phones, pieces, kills] = [Number(values.phones), Number(values.pieces), Number(values.kills)]
if (!(phones > 0 && pieces > 0 && kills >= 0))
  throw new Error('--phones and --pieces take 1 or more, --kills 0 or more')

/** What a phone gets through an uplink of 3G, 0.75 Mbit/s. */
const bytesPerSecond = 94_000
const answersPerSecond = 10
const quietSeconds = 10
/** Of the seconds that the pieces take on the line at the least. */
const spare = 1.6
const mostConnections = 64
const betweenKillsMs = 1_500

console.log(`${sayMachine()}\n${phones} phones, ${pieces} pieces each, ${kills} kills`)
const world = await startWorld({ env: { LOG_LEVEL: 'error', ROLE: 'web' } })
const client = keepAlive(mostConnections)
try {
  const busySeconds = Math.ceil((pieces * 18_000 * spare) / bytesPerSecond)
  const writers = kills > 0 ? 0 : answersPerSecond * (quietSeconds + busySeconds)
  const { speaking, seats } = await lookInside(world, (deps, orgId) => prepare(deps, orgId, writers))
  await world.stopProduct()
  await world.startProduct({ ROLE: 'all' })

  if (kills === 0) {
    const quiet = await answering(seats.splice(0, answersPerSecond * quietSeconds))
    say('quiet', quiet)
    await whileUploading(speaking, seats)
  } else await whileDying(speaking)
} finally {
  client.close()
  await world.end()
}

async function prepare(deps: Deps, orgId: string, writers: number): Promise<{ speaking: Seat[]; seats: Seat[] }> {
  const here = { deps, orgId, sandbox: world.sandbox }
  const agreed = await makeFinishers(here, phones, ['ai-scoring', 'recording'])
  const speaking = await takeSeats(here, agreed, 'spoken')
  return { speaking, seats: await takeSeats(here, await makeFinishers(here, writers), 1) }
}

interface Answering {
  p50: number
  p95: number
  health: Health
}

/** So many a second, whether or not the last one came back. */
async function answering(seats: readonly Seat[], until?: Promise<unknown>): Promise<Answering> {
  const watch = watchHealth(world.productUrl)
  const sent: Promise<{ status: number; ms: number }>[] = []
  let isOver = false
  void until?.then(() => (isOver = true))
  for (const seat of seats) {
    if (isOver) break
    sent.push(client.send(answerOf(world.productUrl, seat)))
    await pause(1000 / answersPerSecond)
  }
  const done = await Promise.all(sent)
  const refused = done.find(({ status }) => status !== 200)
  if (refused) throw new Error(`an answer was refused: ${refused.status}`)
  const times = done.map(({ ms }) => ms)
  return { p50: percentile(times, 0.5), p95: percentile(times, 0.95), health: await watch.stop() }
}

async function whileUploading(speaking: readonly Seat[], seats: readonly Seat[]): Promise<void> {
  const [memoryBefore, cpuBefore, from] = [await memoryOf(), await cpuMsOf(world), performance.now()]
  const uploading = uploadAll(speaking)
  const answers = await answering(seats, uploading)
  const uploaded = await uploading
  const seconds = (performance.now() - from) / 1000
  say(`while ${phones} upload`, answers)
  const cpu = ((await cpuMsOf(world)) - cpuBefore) / (phones * pieces)
  console.log(
    `${phones * pieces} pieces in ${seconds.toFixed(0)} s, ${((phones * pieces) / seconds) | 0} a second, ${cpu.toFixed(1)} ms of CPU each; ` +
      `memory ${memoryBefore} → ${await memoryOf()} MB`,
  )
  await compare(uploaded)
}

async function whileDying(speaking: readonly Seat[]): Promise<void> {
  const uploading = uploadAll(speaking)
  for (let kill = 1; kill <= kills; kill += 1) {
    await pause(betweenKillsMs)
    await world.killProduct()
    await world.startProduct({ ROLE: 'all' })
  }
  const uploaded = await uploading
  console.log(`killed ${kills} times, ${uploaded.reduce((sum, { again }) => sum + again, 0)} pieces sent again`)
  await compare(uploaded)
}

function uploadAll(speaking: readonly Seat[]): Promise<Uploaded[]> {
  return Promise.all(speaking.map((seat) => upload({ productUrl: world.productUrl, seat, pieces, bytesPerSecond })))
}

/** Every recording, opened again, piece by piece. */
async function compare(uploaded: readonly Uploaded[]): Promise<void> {
  const lost = await lookInside(world, async (deps, orgId) =>
    (await inLanes(uploaded, 4, (one) => lostOf(deps, orgId, one))).reduce((sum, one) => sum + one, 0),
  )
  console.log(`${lost} of ${phones * pieces} acknowledged pieces lost or changed`)
  if (lost > 0) process.exitCode = 1
}

async function lostOf(deps: Deps, orgId: string, { seat, hashes }: Uploaded): Promise<number> {
  const [recording] = await deps.recordings.listOf(orgId, seat.finisher.interviewId)
  const [clip] = recording ? clipsOf(recording) : []
  if (!recording || !clip) return hashes.length
  const found: string[] = []
  for await (const bytes of readClip(deps, recording, clip.playable))
    found.push(createHash('sha256').update(bytes).digest('hex'))
  return hashes.filter((hash, at) => found[at] !== hash).length
}

async function memoryOf(): Promise<number> {
  return Math.round((await metricsOf(world))('process_resident_memory_bytes') / 1e6)
}

function say(when: string, { p50, p95, health }: Answering): void {
  console.log(
    `${when}: an answer ${p50.toFixed(1)} / ${p95.toFixed(1)} ms (p50 / p95), ` +
      `/healthz ${health.p50.toFixed(1)} / ${health.p99.toFixed(0)} / ${health.max.toFixed(0)} ms (p50 / p99 / max)`,
  )
}
