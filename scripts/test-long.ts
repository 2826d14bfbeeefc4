/**
 * `npm run test:long`: the suites that draw their cases at random, with the full figures, and what came of them in
 * docs/test-long.md. `-- --seed 7` draws others, `-- --only kill` runs the suites whose name contains it. A suite that hangs is ended
 * and named, with the test or hook it was in.
 */
import { randomInt } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { arch, cpus, platform } from 'node:os'
import { parseArgs } from 'node:util'
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
}

const suites: Suite[] = [
  {
    name: 'interview-sequences',
    what: '10 000 random sequences of acts of two phones, the network and the clock',
    file: 'server/features/interviews/random-sequences.test.ts',
    env: (seed) => ({ SEQUENCES: '10000', SEED: String(seed) }),
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
const started = new Date()
const results: Result[] = []
for (const suite of chosen) results.push(await run(suite))
writeFileSync(report, reportOf(results))
console.log(`\n${report}`)
process.exitCode = results.every(({ passed, failed }) => passed > 0 && failed === 0) ? 0 : 1

async function run(suite: Suite): Promise<Result> {
  const env = suite.env(seed)
  console.log(`${suite.name}: ${suite.what} (${inWords(env)})`)
  const began = performance.now()
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
  return { suite, env, passed, failed, seconds, failures: failures.join('\n').trim() }
}

function inWords(env: Record<string, string>): string {
  return Object.entries(env)
    .map(([name, value]) => `${name}=${value}`)
    .join(' ')
}

function reportOf(all: Result[]): string {
  const rows = all.map(
    ({ suite, env, passed, failed, seconds }) =>
      `| ${suite.name} | ${suite.what} | \`${inWords(env)}\` | ${passed} passed, ${failed} failed | ${seconds} s |`,
  )
  const left = suites.filter((suite) => !chosen.includes(suite)).map(({ name }) => name)
  return [
    '# The long tests',
    '',
    'Written by `npm run test:long`, as it came out. `npm test` runs the same suites with fewer rounds.',
    '',
    `Begun ${started.toISOString()} · seed ${seed} · Node ${process.version} on ${platform()} ${arch()}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}`,
    '',
    '| Suite | What | Figures | Result | Time |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
    '',
    ...(left.length > 0 ? [`Not run this time: ${left.join(', ')}.`, ''] : []),
    ...all
      .filter(({ failures }) => failures)
      .flatMap(({ suite, failures }) => [`## ${suite.name}`, '', '```', failures, '```', '']),
  ].join('\n')
}
