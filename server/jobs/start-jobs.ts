/** Starts the table of jobs: each at its times, and sooner when it is woken. */
import { schedule, setLogger } from 'node-cron'
import type { Logger } from '../log.js'
import type { Metrics } from '../metrics.js'
import { jobRunner, type Job } from './job-runner.js'

export interface RunningJobs {
  wake(name: string): void
  stop(): Promise<void>
}

export function startJobs(jobs: Job[], tools: { log: Logger; metrics: Metrics }): RunningJobs {
  quietCron(tools.log)
  const runners = new Map(jobs.map((job) => [job.name, jobRunner(job, tools)]))
  const tasks = jobs.map(({ name, schedule: when }) => schedule(when, () => runners.get(name)!.start(), { name }))

  return {
    wake(name) {
      const runner = runners.get(name)
      if (!runner) throw new Error(`no job is named ${name}`)
      runner.start()
    },
    async stop() {
      for (const task of tasks) await task.destroy()
      await Promise.all([...runners.values()].map((runner) => runner.stop()))
    },
  }
}

/** node-cron writes to stderr by itself when a busy process misses a second, which the next second mends. */
function quietCron(log: Logger): void {
  const debug = (message: unknown) => log.debug({ detail: String(message) }, 'cron')
  setLogger({
    info: debug,
    warn: debug,
    debug,
    error: (message: unknown) => log.error({ detail: String(message) }, 'cron'),
  })
}
