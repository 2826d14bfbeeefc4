import { expect } from 'chai'
import { jobRunner, type JobRunner } from './job-runner.js'
import { createLog } from '../log.js'
import { createMetrics } from '../metrics.js'

/** A job whose runs end when they are told to. */
function heldJob(lanes?: number) {
  const ends: ((error?: Error) => void)[] = []
  const run = () => new Promise<void>((resolve, reject) => ends.push((error) => (error ? reject(error) : resolve())))
  const runner = jobRunner(
    { name: 'held', run, ...(lanes && { lanes }) },
    { log: createLog('silent'), metrics: createMetrics() },
  )

  return {
    runner,
    begun: () => ends.length,
    async end(number: number, error?: Error) {
      ends[number - 1]!(error)
      await new Promise((resolve) => setImmediate(resolve))
    },
  }
}

async function ended(runner: JobRunner): Promise<void> {
  runner.start()
  await runner.stop()
}

describe('a job that is woken', () => {
  it('runs once at a time, and once more when it was woken meanwhile, however often', async () => {
    const job = heldJob()
    job.runner.start()
    job.runner.start()
    job.runner.start()
    const atOnce = job.begun()

    await job.end(1)
    const afterwards = job.begun()
    await job.end(2)

    expect([atOnce, afterwards, job.begun()]).to.deep.equal([1, 2, 2])
  })

  it('runs in as many lanes as it has', async () => {
    const job = heldJob(2)
    for (let wake = 0; wake < 5; wake += 1) job.runner.start()
    const atOnce = job.begun()

    await job.end(1)
    await job.end(2)

    expect([atOnce, job.begun()]).to.deep.equal([2, 3])
  })

  it('runs again after a failure, and the other lane goes on', async () => {
    const job = heldJob(2)
    job.runner.start()
    job.runner.start()

    await job.end(1, new Error('store away'))
    job.runner.start()

    expect(job.begun()).to.equal(3)
  })

  it('says in words that the store is away, and with its cause what else failed', async () => {
    const lines: string[] = []
    const log = createLog('info', { write: (line) => lines.push(line) })
    const gone = Object.assign(new Error('write EPIPE'), { code: 'EPIPE', syscall: 'write' })
    for (const error of [gone, new TypeError('ours')])
      await ended(jobRunner({ name: 'one', run: () => Promise.reject(error) }, { log, metrics: createMetrics() }))

    const [away, fault] = lines.map((line) => JSON.parse(line) as Record<string, unknown>)
    expect(away).to.include({ level: 'warn', job: 'one', code: 'store-away' }).and.not.have.property('err')
    expect(fault).to.include({ level: 'error', job: 'one' }).and.have.nested.property('err.message', 'ours')
  })

  it('stops when the last lane is done, and starts nothing new', async () => {
    const job = heldJob(2)
    job.runner.start()
    job.runner.start()
    job.runner.start()
    let stopped = false
    const stopping = job.runner.stop().then(() => {
      stopped = true
    })

    await job.end(1)
    const early = stopped
    await job.end(2)
    await stopping
    job.runner.start()

    expect([early, stopped, job.begun()]).to.deep.equal([false, true, 2])
  })
})
