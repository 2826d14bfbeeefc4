/**
 * `npm run bench:voice -- --rounds 5`: a minute of voice from the queue to what was measured of it, in a product that runs as it was built,
 * and how quickly that product says meanwhile that it lives. Then ten minutes at once. The sound is made, not spoken: harmonics with
 * pauses and a moving pitch (test/builders/voice-sound.ts), as an MP3 of 48 kbit/s, which costs what a voice costs.
 */
import { randomBytes } from 'node:crypto'
import { parseArgs } from 'node:util'
import { agreesToBeMeasured, agreesToBeRecorded, keepAnswer, spokenInterview } from '../../test/builders/recorded.js'
import { bursts, mp3Of, voiceLike } from '../../test/builders/voice-sound.js'
import { lookInside } from '../../test/journeys/inside.js'
import { startWorld, type World } from '../../test/journeys/world.js'
import type { Deps } from '../../server/wiring/deps.js'
import { waitFor } from '../demo/wait-for.js'
import { sayMachine, spreadOf } from './interviews/figures.js'
import { watchHealth, type Health } from './interviews/health-watch.js'
import { cpuMsOf, metricsOf } from './interviews/product-metrics.js'

const minuteSeconds = 60
const pieceBytes = 32 * 1024
/** A start leaves work behind, and what was saved counts in another process within seconds. */
const settleMs = 20_000
const memoryEveryMs = 100

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '5' } } })
const rounds = Number(values.rounds)
if (!Number.isInteger(rounds) || rounds < 1) throw new Error('--rounds takes a whole number, such as 5')

console.log(sayMachine())
const minute = mp3Of(voiceLike({ seconds: minuteSeconds, bursts: bursts(minuteSeconds), hz: 180 }))
const world = await startWorld({ env: { LOG_LEVEL: 'warn' } })
try {
  await lookInside(world, (deps) => measureAll(world, deps))
  console.log(sayMachine())
} finally {
  await world.end()
}

async function measureAll(of: World, deps: Deps): Promise<void> {
  await switchOn(deps)
  await new Promise((resolve) => setTimeout(resolve, settleMs))
  const idle = watchHealth(of.productUrl)
  await new Promise((resolve) => setTimeout(resolve, settleMs / 4))
  console.log(`nothing to do: ${sayHealth(await idle.stop())}; ${Math.round((await residentOf(of)) / 1e6)} MB resident`)

  const watch = watchHealth(of.productUrl)
  const memory = watchMemory(of)
  const seconds: number[] = []
  const cpuBefore = await cpuMsOf(of)
  for (let round = 0; round < rounds; round += 1) seconds.push(await secondsOf(deps, 1))
  const cpu = ((await cpuMsOf(of)) - cpuBefore) / rounds / 1000
  const { p50, max } = spreadOf(seconds)
  console.log(
    `1 minute of voice, ${rounds} times: ${p50.toFixed(2)} s p50, ${max.toFixed(2)} s max, from the queue to what was kept; ${cpu.toFixed(2)} s of CPU each`,
  )
  console.log(`  ${sayHealth(await watch.stop())}; ${await memory.stop()} MB resident at the most`)

  const longWatch = watchHealth(of.productUrl)
  const longMemory = watchMemory(of)
  const ten = await secondsOf(deps, 10)
  console.log(`10 minutes in ten clips: ${ten.toFixed(2)} s`)
  console.log(`  ${sayHealth(await longWatch.stop())}; ${await longMemory.stop()} MB resident at the most`)
}

async function switchOn({ organisations, orgId }: Deps): Promise<void> {
  const current = (await organisations.versions.current('-', orgId))!
  const defaults = { ...current.content.defaults, voiceMeasures: true }
  const content = { ...current.content, defaults }
  const revision = current.revision + 1
  if (!(await organisations.versions.insert({ ...current, revision, label: `r${revision}`, content })))
    throw new Error('the organisation was changed meanwhile')
}

/** As if somebody had just answered, in so many clips. */
async function secondsOf(deps: Deps, clips: number): Promise<number> {
  const newId = () => randomBytes(12).toString('hex')
  const ids = { orgId: deps.orgId, invitationId: newId(), applicationId: newId(), candidateId: newId() }
  const begun = await deps.interviews.insertUnlessBegun(spokenInterview(deps.clock.now(), 'voice', ids))
  await agreesToBeRecorded(deps, begun.interview)
  await agreesToBeMeasured(deps, begun.interview)
  const count = Math.ceil(minute.length / pieceBytes)
  const pieces = Array.from({ length: count }, (_none, at) => minute.subarray(at * pieceBytes, (at + 1) * pieceBytes))
  const { recording } = await keepAnswer(deps, begun.interview.id, { pieces, told: count, clips })

  const from = performance.now()
  await deps.recordings.listenOnce(recording)
  const found = await waitFor('what was measured', () => deps.recordings.measuresOf(recording), {
    withinMs: 120_000,
    everyMs: 20,
  })
  if ('unmeasured' in found) throw new Error(`not measured: ${found.unmeasured}`)
  return (performance.now() - from) / 1000
}

function watchMemory(of: World): { stop: () => Promise<number> } {
  let most = 0
  let stopped = false
  const watching = (async () => {
    while (!stopped) {
      most = Math.max(most, await residentOf(of))
      await new Promise((resolve) => setTimeout(resolve, memoryEveryMs))
    }
  })()
  return {
    async stop() {
      stopped = true
      await watching
      return Math.round(most / 1e6)
    },
  }
}

async function residentOf(of: World): Promise<number> {
  return (await metricsOf(of))('process_resident_memory_bytes')
}

function sayHealth({ asked, p50, p95, max }: Health): string {
  return `/healthz ${p50.toFixed(1)} / ${p95.toFixed(1)} / ${max.toFixed(0)} ms (p50 / p95 / max of ${asked})`
}
