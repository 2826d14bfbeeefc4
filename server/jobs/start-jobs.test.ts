import { expect } from 'chai'
import { mock } from 'node:test'
import { closeTestStores } from '../../test/store.js'
import { createLog } from '../log.js'
import { createMetrics } from '../metrics.js'
import type { WhichAreDue } from './look-for-work.js'
import { startJobs, type RunningJobs } from './start-jobs.js'

/** A quiet second of a minute in which no job has its own turn. */
const begin = Date.parse('2026-11-25T10:00:30.500Z')

describe('the table of jobs, once it is started', () => {
  let due: string[]
  let refused: boolean
  let ran: string[]
  let asked: { second: number; names: string[]; dueBy: unknown[] }[]
  let jobs: RunningJobs
  /** How far simulated time was moved, in milliseconds. */
  let moved: number

  const secondsSince = () => Math.round((Date.now() - begin) / 1000)
  const job = (name: string) => ({ name, run: async () => void ran.push(`${name} at ${secondsSince()}`) })
  const whichAreDue: WhichAreDue = async (questions) => {
    asked.push({
      second: secondsSince(),
      names: questions.map(({ name }) => name),
      dueBy: questions.map(({ due: { filter } }) => filter),
    })
    if (refused) throw new Error('store away')
    return due
  }

  /** A store that is open would lose the driver's timers to the mocked ones, and be taken for gone by whoever comes next. */
  before(closeTestStores)

  beforeEach(() => {
    mock.timers.enable({ apis: ['setTimeout', 'setInterval', 'Date'], now: begin })
    ;[due, ran, asked, refused, moved] = [[], [], [], false, 0]
    jobs = startJobs(
      [
        { ...job('send'), due: () => ({ collection: 'messages', filter: { dueAt: Date.now() } }) },
        { ...job('score'), due: () => ({ collection: 'interviews', filter: {} }) },
        { ...job('expire'), schedule: '20 * * * * *' },
      ],
      {
        whichAreDue,
        clock: { now: () => new Date(Date.now() + moved) },
        elapsedMs: () => Date.now(),
        log: createLog('silent'),
        metrics: createMetrics(),
      },
    )
  })

  afterEach(async () => {
    await jobs.stop()
    mock.timers.reset()
  })

  async function pass(seconds: number): Promise<void> {
    for (let tenths = 0; tenths < seconds * 10; tenths += 1) {
      mock.timers.tick(100)
      for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setImmediate(resolve))
    }
  }

  it('asks once a second, about every queue and at that second, and runs nothing while nothing is due', async () => {
    await pass(3)

    expect(asked.map(({ second }) => second)).to.deep.equal([1, 2, 3])
    expect(asked.map(({ names }) => names.join())).to.deep.equal(['send,score', 'send,score', 'send,score'])
    expect(new Set(asked.map(({ dueBy: [by] }) => JSON.stringify(by)))).to.have.property('size', 3)
    expect(ran).to.deep.equal([])
  })

  it('runs within a second what is due, whoever caused it, and leaves the others asleep', async () => {
    due = ['send']
    await pass(1)
    due = []
    await pass(2)

    expect(ran).to.deep.equal(['send at 1'])
  })

  it('asks every five seconds once nothing was due for ten', async () => {
    await pass(25)

    expect(asked.map(({ second }) => second)).to.deep.equal([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 15, 20, 25])
  })

  it('asks each second again after something was due or was woken', async () => {
    await pass(16)
    jobs.wake('score')
    asked = []
    await pass(3)

    expect(asked.map(({ second }) => second)).to.deep.equal([17, 18, 19])

    await pass(21)
    due = ['send']
    asked = []
    await pass(7)
    due = []

    expect(asked.map(({ second }) => second)).to.deep.equal([41, 42, 43, 44, 45, 46, 47])
  })

  it('asks each second again where simulated time was moved', async () => {
    await pass(16)
    moved = 3_600_000
    asked = []
    await pass(6)

    expect(asked.map(({ second }) => second)).to.deep.equal([20, 21, 22])
  })

  it('runs at once what is woken', async () => {
    jobs.wake('score')

    expect(ran).to.deep.equal(['score at 0'])
  })

  it('runs all of them once a minute, also when nobody can be asked', async () => {
    refused = true
    await pass(60)

    expect(asked).to.have.length(20)
    expect(ran).to.have.members(['send at 50', 'score at 50', 'expire at 50'])
  })

  it('refuses to wake what is not there', () => {
    expect(() => jobs.wake('sned')).to.throw('no job is named sned')
  })
})
