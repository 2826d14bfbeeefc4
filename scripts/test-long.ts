/**
 * `npm run test:long`: the suites that draw their cases at random, with the full figures, and what came of them in
 * docs/test-long.md. `-- --seed 7` draws others, `-- --only kill` runs the suites whose name contains it. A suite that hangs is ended
 * and named, with the test or hook it was in.
 */
import { randomInt } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { arch, cpus, loadavg, platform } from 'node:os'
import { parseArgs } from 'node:util'
import { reportOf, rowsIn, type LongRow } from './check/long-report.js'
import { runMocha } from './check/run-mocha.js'

interface Suite {
  name: string
  what: string
  file: string
  /** Figures and seed by the suite's own names. */
  env: (seed: number) => Record<string, string>
}

interface Result {
  suite: Suite
  env: Record<string, string>
  passed: number
  failed: number
  seconds: number
  failures: string
  when: string
}

const suites: Suite[] = [
  {
    name: 'interview-sequences',
    what: '10 000 random sequences of acts of two phones, the network and the clock',
    file: 'server/features/interviews/random-sequences.test.ts',
    env: (seed) => ({ SEQUENCES: '10000', SEED: String(seed) }),
  },
  {
    name: 'recording-sequences',
    what: '10 000 random ways in which the pieces of spoken answers come, twice, late, changed and across deaths',
    file: 'server/features/recordings/random-sequences.test.ts',
    env: (seed) => ({ RECORDINGS: '10000', SEED: String(seed) }),
  },
  {
    name: 'message-faults',
    what: '1 000 random orders of platform faults and crashes over the outbox',
    file: 'server/features/notifications/outbox/message-faults.test.ts',
    env: (seed) => ({ FAULT_RUNS: '1000', FAULT_SEED: String(seed) }),
  },
  {
    name: 'store-plans',
    what: '2 × 2 000 rounds of random writes and queries, under indexes and without',
    file: 'server/embedded-mongo/engine/plans.fuzz.test.ts',
    env: (seed) => ({ FUZZ_ROUNDS: '2000', FUZZ_SEED: String(seed) }),
  },
  {
    name: 'fuzz-callbacks',
    what: '600 000 call-backs, events and frames of the bot of any kind',
    file: 'server/adapters/wecom/callbacks.fuzz.test.ts',
    env: (seed) => ({ FUZZ_INPUTS: '600000', FUZZ_SEED: String(seed) }),
  },
  {
    name: 'fuzz-frames',
    what: '350 000 frames and commands of any kind for the embedded store',
    file: 'server/embedded-mongo/wire/frames.fuzz.test.ts',
    env: (seed) => ({ FUZZ_INPUTS: '350000', FUZZ_SEED: String(seed) }),
  },
  {
    name: 'fuzz-contracts',
    what: '40 000 requests of any kind: four fifths at their contract, one at the whole application',
    file: 'server/contracts.fuzz.test.ts',
    env: (seed) => ({ FUZZ_INPUTS: '40000', FUZZ_SEED: String(seed) }),
  },
  {
    name: 'fuzz-data-files',
    what: '20 000 data files of any kind',
    file: 'server/data-files/data-files.fuzz.test.ts',
    env: (seed) => ({ FUZZ_INPUTS: '20000', FUZZ_SEED: String(seed) }),
  },
  {
    name: 'store-kill',
    what: 'the embedded store killed 50 times in the middle of acknowledged writes',
    file: 'server/embedded-mongo/kill.test.ts',
    env: (seed) => ({ KILL_ROUNDS: '50', KILL_SEED: String(seed) }),
  },
  {
    name: 'bot-leader',
    what: 'two processes and one bot, whose leader is killed in the middle of commands',
    file: 'test/long/bot-leader.test.ts',
    env: () => ({}),
  },
  {
    name: 'restore-drill',
    what: 'the drill of docs/operations.md: a backup beside the running product, all of it restored elsewhere',
    file: 'test/long/restore-drill.test.ts',
    env: () => ({}),
  },
  {
    name: 'product-kill',
    what: 'the product killed 50 times while six people at a time apply and answer',
    file: 'test/journeys/kill.test.ts',
    env: (seed) => ({ KILLS: '50', KILL_SEED: String(seed) }),
  },
]

const minute = 60_000
/** Several times what the longest takes; a single test of it says nothing until it ends. */
const limitMs = 30 * minute
const report = 'docs/test-long.md'

const { values } = parseArgs({ options: { seed: { type: 'string' }, only: { type: 'string', default: '' } } })
const seed = Number(values.seed ?? randomInt(1_000_000_000))
const chosen = suites.filter(({ name }) => name.includes(values.only))
const results: Result[] = []
for (const suite of chosen) {
  results.push(await run(suite))
  writeReport()
}
console.log(`\n${report}`)
process.exitCode = results.every(({ passed, failed }) => passed > 0 && failed === 0) ? 0 : 1

/** After each suite: what has come out stands there even when a later one does not end. */
function writeReport(): void {
  const text = reportOf({
    machine: `Node ${process.version} on ${platform()} ${arch()}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}`,
    before: existsSync(report) ? rowsIn(readFileSync(report, 'utf8')) : [],
    now: results.map(rowOf),
    failures: results
      .filter(({ failures }) => failures)
      .map(({ suite, failures }) => ({ name: suite.name, text: failures })),
    order: suites.map(({ name }) => name),
  })
  writeFileSync(report, text)
}

async function run(suite: Suite): Promise<Result> {
  const env = suite.env(seed)
  console.log(`${suite.name}: ${suite.what} (${inWords(env)})`)
  const began = performance.now()
  const begun = new Date()
  const { passed, failed, failures } = await runMocha({
    files: [suite.file],
    options: ['--timeout', '60000'],
    limitMs,
    silentMs: limitMs,
    env,
    print: (line) => console.log(`  ${line}`),
  })
  const seconds = Math.round((performance.now() - began) / 1000)
  console.log(`  ${passed} passed, ${failed} failed, ${seconds} s`)
  return { suite, env, passed, failed, seconds, failures: failures.join('\n').trim(), when: momentOf(begun) }
}

function inWords(env: Record<string, string>): string {
  return Object.entries(env)
    .map(([name, value]) => `${name}=${value}`)
    .join(' ')
}

function rowOf({ suite, env, passed, failed, seconds, when }: Result): LongRow {
  const { name, what } = suite
  return { name, what, figures: inWords(env), result: `${passed} passed, ${failed} failed`, time: `${seconds} s`, when }
}

/** With the load at its end: times mean nothing without it. */
function momentOf(begun: Date): string {
  return `${begun.toISOString().slice(0, 16)}Z, load ${(loadavg()[0] ?? 0).toFixed(1)}`
}
