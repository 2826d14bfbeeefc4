/** Runs one job, in as many lanes as its table row allows; woken while all of them run, one runs once more. */
import type { Logger } from '../log.js'
import type { Metrics } from '../metrics.js'
import type { Due } from '../mongo/claim-one.js'
import { isStoreAway } from '../mongo/store-errors.js'

/** Works off a queue: runs when something in it is due. */
export interface QueueJob extends Run {
  due: () => Due
}

/** Runs at times of its own. */
export interface TimedJob extends Run {
  /** Cron with seconds; or so many milliseconds apart, which is cheaper where it is often. */
  schedule: string | number
}

export type Job = QueueJob | TimedJob

interface Run {
  name: string
  /** Runs at once in this process; 1 when left out. More are for jobs that claim what they work on and mostly wait. */
  lanes?: number
  run: () => Promise<unknown>
}

export interface JobRunner {
  start(): void
  /** Starts nothing new and waits for what runs. */
  stop(): Promise<void>
}

export function jobRunner(
  { name, lanes = 1, run }: Run,
  { log, metrics }: { log: Logger; metrics: Metrics },
): JobRunner {
  const running = new Set<Promise<void>>()
  let busy = 0
  let again = false
  let stopped = false

  async function runUntilQuiet(): Promise<void> {
    busy += 1
    do {
      again = false
      await runOnce()
    } while (again && !stopped)
    busy -= 1
  }

  async function runOnce(): Promise<void> {
    const end = metrics.jobSeconds.startTimer({ job: name })
    try {
      await run()
      end({ outcome: 'done' })
    } catch (err) {
      end({ outcome: 'failed' })
      if (isStoreAway(err)) log.warn({ job: name, code: 'store-away' }, 'the store is away; the job is tried again')
      else log.error({ job: name, err }, 'job failed; it is tried again at its next turn')
    }
  }

  return {
    start() {
      if (stopped) return
      if (busy >= lanes) {
        again = true
        return
      }
      const lane: Promise<void> = runUntilQuiet().finally(() => running.delete(lane))
      running.add(lane)
    },
    async stop() {
      stopped = true
      await Promise.all(running)
    },
  }
}
