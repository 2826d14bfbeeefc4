/** `npm run check`: every gate, one after the other, with its time. All of them run, so that one fault does not hide another. */
import { spawnSync } from 'node:child_process'

interface Gate {
  title: string
  script: string
  /** Its output is read for the number of tests. */
  counts?: boolean
}

const gates: Gate[] = [
  { title: 'types', script: 'types' },
  { title: 'lint', script: 'lint' },
  { title: 'import rules', script: 'imports' },
  { title: 'WXML', script: 'lint:wxml' },
  { title: 'dead code', script: 'dead' },
  { title: 'tests', script: 'test:unit', counts: true },
  { title: 'journeys', script: 'test:journeys', counts: true },
]

let passed = 0
let failed = 0
const broken: string[] = []
for (const gate of gates) run(gate)

console.log(broken.length === 0 ? '\nall gates are green' : `\nbroken: ${broken.join(', ')}`)
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = broken.length === 0 ? 0 : 1

function run({ title, script, counts }: Gate): void {
  const started = performance.now()
  const { status, stdout, stderr } = spawnSync('npm', ['run', '--silent', script], { encoding: 'utf8', maxBuffer: 256 * 1024 * 1024, shell: process.platform === 'win32' })
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

function numberBefore(word: string, output: string): number {
  return Number(new RegExp(`^\\s*(\\d+) ${word}`, 'm').exec(output)?.[1] ?? 0)
}
