/**
 * The one table of jobs. A schedule is the fallback that correctness rests on; `wake` only makes it sooner. A job never runs
 * twice at once in a process; woken while it runs, it runs once more.
 */
import { schedule, type ScheduledTask } from 'node-cron'
import type { Logger } from './log.js'
import type { Metrics } from './metrics.js'

export interface Job {
  name: string
  /** Cron with seconds. */
  schedule: string
  run: () => Promise<unknown>
}

export interface RunningJobs {
  wake(name: string): void
  /** Starts nothing new and waits for what runs. */
  stop(): Promise<void>
}

export const everySecond = '* * * * * *'
export const everyMinute = '20 * * * * *' // off the full minute, when everybody else sends

export function startJobs(jobs: Job[], { log, metrics }: { log: Logger; metrics: Metrics }): RunningJobs {
  const runners = new Map(jobs.map((job) => [job.name, runner(job, { log, metrics })]))
  const tasks: ScheduledTask[] = jobs.map((job) => schedule(job.schedule, () => runners.get(job.name)!.start(), { name: job.name }))

  return {
    wake(name) {
      const known = runners.get(name)
      if (!known) throw new Error(`no job is named ${name}`)
      known.start()
    },
    async stop() {
      await Promise.all(tasks.map((task) => task.destroy()))
      await Promise.all([...runners.values()].map((one) => one.stop()))
    },
  }
}

function runner(job: Job, { log, metrics }: { log: Logger; metrics: Metrics }) {
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
