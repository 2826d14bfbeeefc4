/** Test files in a mocha process of their own, which always ends, and what came of them. */
import { runInGroup } from './process-group.js'
import type { SuiteNews } from './suite-news.js'

export interface Tally {
  passed: number
  failed: number
  /** In full, oldest first. */
  failures: string[]
}

interface MochaRun {
  files: readonly string[]
  /** Mocha's, beside .mocharc.json. */
  options?: readonly string[]
  limitMs: number
  silentMs: number
  env?: Record<string, string>
  print: (line: string) => void
}

export async function runMocha({ files, options = [], limitMs, silentMs, env, print }: MochaRun): Promise<Tally> {
  let at = 'loading the files'
  let counts: { passed: number; failed: number } | undefined
  const failures: string[] = []
  const { status, why } = await runInGroup({
    command: process.execPath,
    args: ['--import', 'tsx', 'node_modules/mocha/bin/mocha.js', ...options, ...files],
    ...(env && { env }),
    limitMs,
    silentMs,
    onLine: print,
    onMessage: (message) => {
      const news = message as SuiteNews
      at = news.at ?? at
      if (news.failure) failures.push(news.failure)
      if (news.passed !== undefined) counts = { passed: news.passed, failed: news.failed ?? 0 }
    },
  })
  const { passed, failed } = counts ?? { passed: 0, failed: failures.length }
  const fault = faultOf({ why, status, failed, at, complete: counts !== undefined })
  if (fault) {
    print(fault)
    return { passed, failed: failed + 1, failures: [...failures, `  ${files.join(' ')}\n  ${fault}\n`] }
  }
  return { passed, failed, failures }
}

interface End {
  why: string | undefined
  status: number | null
  failed: number
  at: string
  complete: boolean
}

/** What is wrong with a run although no test says so. */
function faultOf({ why, status, failed, at, complete }: End): string | undefined {
  if (why) return `${why} (at: ${at})`
  if (!complete) return `mocha ended with code ${status} before the last test (at: ${at})`
  if (status !== 0 && failed === 0) return `every test passed, but the process ended with code ${status}: see above`
  return undefined
}
