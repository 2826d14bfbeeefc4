/**
 * Mocha's reporter of the house: a line a test file, a failure in full when it happens and again at the end. Run by `npm run check`
 * it tells that process what it counts and where it is, so that it can say so when a test blocks for ever.
 */
import { relative } from 'node:path'
import { format } from 'node:util'
import Mocha from 'mocha'
import { endSoon } from './end-of-run.js'
import { noteWhoOpened } from './open-handles.js'
import type { SuiteNews } from './suite-news.js'

const { constants } = Mocha.Runner
const { Base } = Mocha.reporters

interface FileCount {
  file: string
  passed: number
  failed: number
  skipped: number
  began: number
}

class SuiteReporter extends Base {
  private current: FileCount | undefined

  constructor(runner: Mocha.Runner, options: Mocha.MochaOptions) {
    super(runner, options)
    runner
      .on(constants.EVENT_SUITE_BEGIN, (suite) => this.enter(suite))
      .on(constants.EVENT_HOOK_BEGIN, (hook) => tell({ at: hook.fullTitle() }))
      .on(constants.EVENT_TEST_BEGIN, (test) => tell({ at: test.fullTitle() }))
      .on(constants.EVENT_TEST_PASS, () => this.count('passed'))
      .on(constants.EVENT_TEST_PENDING, () => this.count('skipped'))
      .on(constants.EVENT_TEST_FAIL, (test) => this.fail(test))
      .once(constants.EVENT_RUN_END, () => this.end())
    if (process.send) endWithParent()
  }

  private enter(suite: Mocha.Suite): void {
    if (!suite.parent?.root || !suite.file) return
    const file = relative(process.cwd(), suite.file)
    if (this.current?.file === file) return
    this.leave()
    this.current = { file, passed: 0, failed: 0, skipped: 0, began: performance.now() }
  }

  private count(what: 'passed' | 'failed' | 'skipped'): void {
    if (this.current) this.current[what] += 1
  }

  private fail(test: Mocha.Runnable): void {
    this.count('failed')
    const failure = inFull(test)
    process.stdout.write(failure)
    tell({ failure })
  }

  private leave(): void {
    if (!this.current) return
    const { file, passed, failed, skipped, began } = this.current
    const counts = [`${passed} passed`, failed > 0 && `${failed} failed`, skipped > 0 && `${skipped} skipped`]
    const seconds = ((performance.now() - began) / 1000).toFixed(1)
    process.stdout.write(
      `${failed > 0 ? 'FAIL' : 'ok  '} ${file}: ${counts.filter(Boolean).join(', ')} (${seconds} s)\n`,
    )
    noteWhoOpened(file)
    this.current = undefined
  }

  private end(): void {
    this.leave()
    tell({ at: 'the end of the run', passed: this.stats.passes, failed: this.stats.failures })
    if (!process.send) this.epilogue()
    endSoon()
  }
}

// oxlint-disable-next-line import/no-default-export -- mocha asks for one
export { SuiteReporter as default }

const tell = (news: SuiteNews) => process.send?.(news)

/** Mocha's own text of a failure, with the difference and the stack. */
function inFull(test: Mocha.Runnable): string {
  const lines: string[] = []
  const print = Base.consoleLog
  Base.consoleLog = (...args: unknown[]) => lines.push(format(...args))
  Base.list([test as Mocha.Test])
  Base.consoleLog = print
  return `${lines.join('\n').replace(/^ {2}1\) /m, '  ')}\n`
}

/** Who started this process was killed: it and its children end too. */
function endWithParent(): void {
  process.once('disconnect', () => {
    try {
      process.kill(-process.pid, 'SIGKILL')
    } catch {
      process.exit(1) // the group is not ours
    }
  })
  process.channel?.unref()
}
