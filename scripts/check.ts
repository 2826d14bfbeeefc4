/**
 * `npm run check`: every gate with its time. All of them run, so that one fault does not hide another. What reads the code runs beside
 * the tests, which wait for timers and processes more than they compute; the journeys go last and alone.
 */
import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'

interface Gate {
  title: string
  script: string
  /** Its output is read for the number of tests. */
  counts?: boolean
}

const readers: Gate[] = [
  { title: 'types', script: 'types' },
  { title: 'format', script: 'format:check' },
  { title: 'lint', script: 'lint' },
  { title: 'import rules', script: 'imports' },
  { title: 'WXML', script: 'lint:wxml' },
  { title: 'dead code', script: 'dead' },
]
const tests: Gate = { title: 'tests', script: 'test:unit', counts: true }
const journeys: Gate = { title: 'journeys', script: 'test:journeys', counts: true }

let passed = 0
let failed = 0
const broken: string[] = []
await Promise.all([oneByOne(readers), run(tests)])
await run(journeys)

console.log(broken.length === 0 ? '\nall gates are green' : `\nbroken: ${broken.join(', ')}`)
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = broken.length === 0 ? 0 : 1

async function oneByOne(gates: readonly Gate[]): Promise<void> {
  for (const gate of gates) await run(gate)
}

async function run({ title, script, counts }: Gate): Promise<void> {
  const started = performance.now()
  const { status, stdout, stderr } = await npmRun(script)
  const seconds = ((performance.now() - started) / 1000).toFixed(0)
  if (counts) {
    passed += numberBefore('passing', stdout)
    failed += numberBefore('failing', stdout)
  }
  console.log(`${status === 0 ? 'ok  ' : 'FAIL'} ${title} (${seconds} s)`)
  if (status === 0 && !counts) return
  process.stdout.write(stdout)
  if (status === 0) return
  process.stderr.write(stderr)
  broken.push(title)
}

async function npmRun(script: string): Promise<{ status: number | null; stdout: string; stderr: string }> {
  const child = spawn('npm', ['run', '--silent', script], {
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
  })
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject).once('close', resolve)
  })
  const [stdout, stderr, status] = await Promise.all([text(child.stdout), text(child.stderr), ended])
  return { status, stdout, stderr }
}

function numberBefore(word: string, output: string): number {
  return Number(new RegExp(`^\\s*(\\d+) ${word}`, 'm').exec(output)?.[1] ?? 0)
}
