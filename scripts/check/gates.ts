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
const featureFiles = 'server/features/**/*.test.ts'
const otherFiles = ['server', 'scripts', 'miniprogram'].map((folder) => `${folder}/**/*.test.ts`)

export const readers: readonly Gate[] = [
  reader('types', 'types'),
  reader('format', 'format:check'),
  reader('lint', 'lint'),
  reader('import rules', 'imports'),
  reader('WXML', 'lint:wxml'),
  reader('dead code', 'dead'),
]

/** Two processes of about the same length: each waits for its store and its clocks a third of its time. */
export const tests: readonly Gate[] = [
  unitTests('tests of features', { files: [featureFiles, 'test/*.test.ts'] }),
  unitTests('tests of the rest', {
    files: [...otherFiles, 'test/on-sandbox/*.test.ts'],
    options: ['--ignore', featureFiles],
  }),
]

/** One lane from the start, a second one when what runs beside them has ended. */
export const journeys = (files: readonly string[] = [], beside: Promise<unknown> = Promise.resolve()): Gate => ({
  name: 'journeys',
  run: async (print) => judged(await runJourneys({ files, print, lanes: [Promise.resolve(), beside] })),
})

function unitTests(name: string, which: { files: string[]; options?: string[] }): Gate {
  return {
    name,
    run: async (print) => judged(await runMocha({ ...which, limitMs: 25 * minute, silentMs: 3 * minute, print })),
  }
}

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
