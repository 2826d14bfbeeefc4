/** The journeys on what was built, a file a lane at a time, the longest first; each file in a process of its own. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { builtMark } from '../../test/journeys/built.js'
import { runInGroup } from './process-group.js'
import { longestFirst } from './longest-first.js'
import { runMocha, type Tally } from './run-mocha.js'

const folder = 'test/journeys'
/** Measured in CI, for a clone that has run nothing yet: only their order counts. */
const usualSeconds = 'scripts/check/journey-seconds.json'
const lastSeconds = 'build/journey-seconds.json'
const minute = 60_000

interface Journeys {
  /** All when none is named. */
  files: readonly string[]
  print: (line: string) => void
  /** When each of them is free. */
  lanes: readonly Promise<unknown>[]
}

export async function runJourneys({ files, print, lanes }: Journeys): Promise<Tally> {
  const fault = await build(print)
  if (fault) return { passed: 0, failed: 1, failures: [fault] }

  const seconds = readSeconds()
  const waiting = longestFirst(files.length > 0 ? files : journeyFiles(), seconds)
  const tallies: Tally[] = []
  const lane = async (free: Promise<unknown>) => {
    await free
    for (let file = waiting.shift(); file; file = waiting.shift()) {
      const began = performance.now()
      tallies.push(await runJourney(file, print))
      seconds[file] = Math.round((performance.now() - began) / 1000)
    }
  }
  await Promise.all(lanes.map(lane))
  writeFileSync(lastSeconds, JSON.stringify(seconds, null, 2))
  return sumOf(tallies)
}

const runJourney = (file: string, print: Journeys['print']) =>
  runMocha({
    files: [file],
    options: ['--timeout', '120000'],
    limitMs: 12 * minute,
    silentMs: 6 * minute, // the longest a single test may take is five
    env: builtMark,
    print,
  })

async function build(print: Journeys['print']): Promise<string | undefined> {
  const { status, why } = await runInGroup({
    command: process.execPath,
    args: ['--import', 'tsx', 'scripts/build.ts'],
    limitMs: 5 * minute,
    onLine: print,
  })
  return status === 0 ? undefined : (why ?? 'the product could not be built: see above')
}

const journeyFiles = () =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => `${folder}/${name}`)

function readSeconds(): Record<string, number> {
  mkdirSync('build', { recursive: true })
  const read = (file: string) => JSON.parse(readFileSync(file, 'utf8')) as Record<string, number>
  return { ...read(usualSeconds), ...(existsSync(lastSeconds) && read(lastSeconds)) }
}

function sumOf(tallies: readonly Tally[]): Tally {
  return {
    passed: tallies.reduce((sum, { passed }) => sum + passed, 0),
    failed: tallies.reduce((sum, { failed }) => sum + failed, 0),
    failures: tallies.flatMap(({ failures }) => failures),
  }
}
