/** The gates of `npm run check`. Those that read the code are npm scripts, so that each can be run alone. */
import { runJourneys } from './journeys.js'
import { runInGroup } from './process-group.js'
import { runMocha, type Tally } from './run-mocha.js'

export type Print = (line: string) => void

export interface Result extends Tally {
  ok: boolean
}

export interface Gate {
  name: string
  run: (print: Print) => Promise<Result>
}

const minute = 60_000
const unitFiles = ['server', 'scripts', 'miniprogram']
  .map((folder) => `${folder}/**/*.test.ts`)
  .concat('test/*.test.ts', 'test/on-sandbox/*.test.ts')

export const readers: readonly Gate[] = [
  reader('types', 'types'),
  reader('format', 'format:check'),
  reader('lint', 'lint'),
  reader('import rules', 'imports'),
  reader('WXML', 'lint:wxml'),
  reader('dead code', 'dead'),
]

export const tests: Gate = {
  name: 'tests',
  run: async (print) => judged(await runMocha({ files: unitFiles, limitMs: 25 * minute, silentMs: 3 * minute, print })),
}

/** One lane from the start when something else runs, a second one when that has ended: two at a time in any case. */
export const journeys = (files: readonly string[] = [], beside: Promise<unknown> = Promise.resolve()): Gate => ({
  name: 'journeys',
  run: async (print) => judged(await runJourneys({ files, print, lanes: [Promise.resolve(), beside] })),
})

/** For the lint, which is written in Go: the other processor is the tests', and on two it would check twice what files share. */
const oneProcessor = { GOMAXPROCS: '1' }

/** Silent while all is well; what it found is told when it ends. */
function reader(name: string, script: string): Gate {
  return {
    name,
    async run(print) {
      const lines: string[] = []
      const { status, why } = await runInGroup({
        command: 'npm',
        args: ['run', '--silent', script],
        env: oneProcessor,
        limitMs: 10 * minute,
        onLine: (line) => lines.push(line),
      })
      if (status === 0 && !why) return { ok: true, passed: 0, failed: 0, failures: [] }
      const said = [...lines, ...(why ? [why] : [])]
      said.forEach(print)
      return { ok: false, passed: 0, failed: 0, failures: [said.join('\n')] }
    },
  }
}

/** No test at all is no pass. */
function judged(tally: Tally): Result {
  return { ...tally, ok: tally.failed === 0 && tally.passed > 0 }
}
