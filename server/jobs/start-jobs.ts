/**
 * Starts the table of jobs: each when its queue holds something that is due or at its times, and sooner when it is woken. Once a minute
 * all run, should a look fail or be mistaken.
 */
import { schedule, setLogger } from 'node-cron'
import type { Logger } from '../log.js'
import type { Metrics } from '../metrics.js'
import { jobRunner, type Job, type QueueJob, type TimedJob } from './job-runner.js'
import { lookForWork, type WhichAreDue } from './look-for-work.js'
import { lookPace, type Time } from './look-pace.js'
import { everyMinute } from './times.js'

export interface RunningJobs {
  wake(name: string): void
  stop(): Promise<void>
}

interface Tools extends Time {
  whichAreDue: WhichAreDue
  log: Logger
  metrics: Metrics
}

export function startJobs(jobs: Job[], { whichAreDue, clock, elapsedMs, ...tools }: Tools): RunningJobs {
  quietCron(tools.log)
  const runners = new Map(jobs.map((job) => [job.name, jobRunner(job, tools)]))
  const start = (name: string) => runners.get(name)!.start()
  const look = { jobs: jobs.filter((job): job is QueueJob => 'due' in job), whichAreDue, start }
  const looking = jobRunner({ name: 'look-for-work', run: async () => (await lookForWork(look)) && pace.stir() }, tools)
  const pace = lookPace(() => looking.start(), { clock, elapsedMs })
  const turns = [pace, ...jobs.map((job) => turnsOf({ schedule: everyMinute, ...job }, () => start(job.name)))]

  return {
    wake(name) {
      if (!runners.has(name)) throw new Error(`no job is named ${name}`)
      start(name)
      pace.stir()
    },
    async stop() {
      for (const turn of turns) await turn.end()
      await Promise.all([looking, ...runners.values()].map((runner) => runner.stop()))
    },
  }
}

interface Turns {
  end(): unknown
}

function turnsOf({ name, schedule: when }: Pick<TimedJob, 'name' | 'schedule'>, act: () => void): Turns {
  if (typeof when === 'string') {
    const task = schedule(when, act, { name })
    return { end: () => task.destroy() }
  }
  const timer = setInterval(act, when)
  return { end: () => clearInterval(timer) }
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
