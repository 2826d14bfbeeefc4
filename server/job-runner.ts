/** Runs one job: never twice at once in a process; woken while it runs, it runs once more. */
import type { Logger } from './log.js'
import type { Metrics } from './metrics.js'

export interface Job {
  name: string
  /** Cron with seconds: the fallback that correctness rests on. */
  schedule: string
  run: () => Promise<unknown>
}

export interface JobRunner {
  start(): void
  /** Starts nothing new and waits for what runs. */
  stop(): Promise<void>
}

export function jobRunner(job: Job, { log, metrics }: { log: Logger; metrics: Metrics }): JobRunner {
  let running: Promise<void> | undefined
  let again = false
  let stopped = false

  async function runUntilQuiet(): Promise<void> {
    do {
      again = false
      await runOnce()
    } while (again && !stopped)
    running = undefined
  }

  async function runOnce(): Promise<void> {
    const end = metrics.jobSeconds.startTimer({ job: job.name })
    try {
      await job.run()
      end({ outcome: 'done' })
    } catch (err) {
      end({ outcome: 'failed' })
      log.error({ job: job.name, err }, 'job failed; it is tried again at its next turn')
    }
  }

  return {
    start() {
      if (stopped) return
      if (running) again = true
      else running = runUntilQuiet()
    },
    async stop() {
      stopped = true
      await running
    },
  }
}
