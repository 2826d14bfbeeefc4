/**
 * `npm run check`: every gate, told as it begins and ends. All of them run, so that one fault does not hide another. Three things at a
 * time, since each of them waits for something now and then: two halves of the tests, and beside them what reads the code, then the
 * journeys, which take the place of the half that ends first too. `check.ts tests` and `check.ts journeys [file …]` run one gate.
 */
import { journeys, readers, tests, type Gate, type Result } from './check/gates.js'
import { ensureWordVectors } from './word-vectors/ensure.js'

const [only, ...files] = process.argv.slice(2)
const results = new Map<string, Result>()

ensureWordVectors() // once, before several processes need them
if (only === 'tests') await Promise.all(tests.map(run))
else if (only === 'journeys') await run(journeys(files))
else {
  const tested = tests.map(run)
  await oneByOne([...readers, journeys([], Promise.race(tested))])
  await Promise.all(tested)
}
report()

async function oneByOne(gates: readonly Gate[]): Promise<void> {
  for (const gate of gates) await run(gate)
}

async function run({ name, run: runGate }: Gate): Promise<void> {
  const started = performance.now()
  console.log(`${name}: begins`)
  const result = await runGate((line) => console.log(`${name} | ${line}`))
  const seconds = ((performance.now() - started) / 1000).toFixed(0)
  console.log(`${name}: ${result.ok ? 'ok' : 'FAILED'} (${seconds} s)`)
  results.set(name, result)
}

/** What broke, once more and in full; the very last line is the sum. */
function report(): void {
  const all = [...results]
  const broken = all.filter(([, { ok }]) => !ok)
  for (const [name, { failures }] of broken) console.log([`\n${name} FAILED`, ...failures].join('\n'))

  console.log(broken.length === 0 ? '\nall gates are green' : `\nbroken: ${broken.map(([name]) => name).join(', ')}`)
  console.log(`${sum(all, 'passed')} passed, ${sum(all, 'failed')} failed`)
  process.exitCode = broken.length === 0 ? 0 : 1
}

function sum(all: readonly [string, Result][], what: 'passed' | 'failed'): number {
  return all.reduce((total, [, result]) => total + result[what], 0)
}
