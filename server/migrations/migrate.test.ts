import { expect } from 'chai'
import type { Connection } from 'mongoose'
import { testStore } from '../../test/store.js'
import { testVault } from '../../test/vault.js'
import { leaseStore } from '../mongo/lease-store.js'
import { systemClock } from '../ports/clock.js'
import { allMigrations } from './all-migrations.js'
import { migrate, type MigrateDeps } from './migrate.js'
import { eachRow, type Migration } from './migration.js'
import { migrationStore, type MigrationStore } from './migration-store.js'

describe('migrating a store', () => {
  let connection: Connection
  let store: MigrationStore
  let runs: string[]
  let said: string[]
  const counting = (number: number): Migration => ({
    number,
    name: `m${number}`,
    async run({ rows, progress }) {
      runs.push(`m${number}`)
      await rows('things').updateMany(
        { [`m${number}`]: { $exists: false } },
        { $inc: { changes: 1 }, $set: { [`m${number}`]: true } },
      )
      progress(1)
    },
  })
  const deps = (holder: string, migrations: readonly Migration[], changes: Partial<MigrateDeps> = {}): MigrateDeps => ({
    migrations,
    store,
    leases: leaseStore(connection),
    vault: testVault(connection),
    firstSeals: {} as MigrateDeps['firstSeals'],
    clock: systemClock,
    log: { info: (_about: unknown, text?: string) => void said.push(text ?? '') } as MigrateDeps['log'],
    holder,
    build: '1.2.3',
    times: { leaseMs: 300, retryMs: 20, waitMs: 5_000 },
    ...changes,
  })
  const changesOf = async () => (await connection.db!.collection('things').findOne({}))!.changes as number

  beforeEach(async () => {
    connection = await testStore()
    store = migrationStore(connection)
    runs = []
    said = []
    await connection.db!.collection('things').insertOne({ changes: 0 })
  })

  it('runs what is missing in its order, once, and keeps number, name and build', async () => {
    await migrate(deps('a', [counting(1)]))
    await migrate(deps('a', [counting(1), counting(2), counting(3)]))
    await migrate(deps('a', [counting(1), counting(2), counting(3)]))

    expect(runs).to.deep.equal(['m1', 'm2', 'm3'])
    expect((await store.list()).map(({ number, name, build }) => `${number} ${name} ${build}`)).to.deep.equal([
      '1 m1 1.2.3',
      '2 m2 1.2.3',
      '3 m3 1.2.3',
    ])
  })

  it('is done by one of two processes; the other waits for it and says so', async () => {
    const slow: Migration = {
      ...counting(1),
      run: async (tools) => {
        await pause(150)
        await counting(1).run(tools)
      },
    }

    await Promise.all([migrate(deps('a', [slow])), migrate(deps('b', [slow]))])

    expect(runs).to.deep.equal(['m1'])
    expect(said).to.include('another process migrates the data; waiting for it')
  })

  it('does not wait for ever', async () => {
    await leaseStore(connection).take('migrations', {
      holder: 'b',
      now: systemClock.now(),
      until: new Date(Date.now() + 60_000),
    })

    const error = await migrate(deps('a', [counting(1)], { times: { leaseMs: 300, retryMs: 20, waitMs: 100 } })).catch(
      (thrown: Error) => thrown,
    )

    expect(String(error)).to.include('没有启动').and.to.include('another process')
    expect(runs).to.deep.equal([])
  })

  it('goes on after a crash in the middle, and changes nothing twice', async () => {
    let isFirst = true
    const dying: Migration = {
      ...counting(2),
      async run(tools) {
        await counting(2).run(tools)
        if (isFirst) {
          isFirst = false
          throw new Error('killed')
        }
      },
    }
    await migrate(deps('a', [counting(1), dying])).catch(() => {})
    expect(await store.newestNumber()).to.equal(1)

    await migrate(deps('b', [counting(1), dying]))

    expect(runs).to.deep.equal(['m1', 'm2', 'm2'])
    expect(await changesOf()).to.equal(2)
  })

  it('stops at the next page when its lease was lost, and leaves the number to whoever has it', async () => {
    const leases = leaseStore(connection)
    const losing: Migration = {
      ...counting(1),
      async run({ progress }) {
        runs.push('begun')
        if (runs.length > 1) return
        await connection
          .db!.collection('leases')
          .updateOne({ _id: 'migrations' as never }, { $set: { holder: 'other', until: new Date(Date.now() + 1_000) } })
        for (let turn = 0; turn < 100; turn += 1) {
          await pause(20) // until a renewal has found it taken
          progress(1)
        }
        runs.push('went on')
      },
    }

    await migrate(deps('a', [losing], { leases }))

    expect(runs).to.deep.equal(['begun', 'begun'])
    expect(said).to.include('another process took over the migration')
  })

  it('keeps its lease through a migration that takes longer', async () => {
    const long: Migration = {
      ...counting(1),
      run: async (tools) => {
        await pause(700)
        tools.progress(1)
        runs.push('long')
      },
    }

    await Promise.all([migrate(deps('a', [long])), migrate(deps('b', [long]))])

    expect(runs).to.deep.equal(['long'])
  })

  it('sees every row, page after page', async () => {
    const rows = Array.from({ length: 450 }, (_, at) => ({ at }))
    await connection.db!.collection('many').insertMany(rows)
    let seen = 0
    const all: Migration = {
      ...counting(1),
      run: (tools) => eachRow(tools, { collection: 'many', where: {} }, async () => void seen++),
    }

    await migrate(deps('a', [all]))

    expect(seen).to.equal(450)
  })

  it('has its migrations numbered in order', () => {
    const numbers = allMigrations.map(({ number }) => number)

    expect(numbers).to.deep.equal([...new Set(numbers)].sort((a, b) => a - b))
  })
})

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
