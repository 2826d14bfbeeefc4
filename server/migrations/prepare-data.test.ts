import { expect } from 'chai'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Connection } from 'mongoose'
import { testStore } from '../../test/store.js'
import { AppError } from '../errors.js'
import { createLog } from '../log.js'
import { allMigrations, newestOf } from './all-migrations.js'
import { noteBackup } from './last-backup.js'
import { migrationStore } from './migration-store.js'
import { prepareData } from './prepare-data.js'

const known = newestOf(allMigrations)

describe('opening the data', () => {
  let connection: Connection
  let dataDir: string
  const open = async (over = connection) => {
    const keys = { file: join(dataDir, 'keys', 'key-encryption.key') }
    const config = { dataDir, dbName: 'test', mongodbUri: undefined, keys }
    await prepareData({ connection: over, config, log: createLog('silent') })
  }
  const refusal = async (over = connection): Promise<string> => {
    const thrown: unknown = await open(over).then(
      () => undefined,
      (error: unknown) => error,
    )
    expect(thrown).to.be.instanceOf(AppError)
    return (thrown as AppError).message
  }

  beforeEach(async () => {
    connection = await testStore()
    dataDir = await mkdtemp(join(tmpdir(), 'opening-'))
  })
  afterEach(() => rm(dataDir, { recursive: true }))

  it('begins a new store in the newest form and runs nothing', async () => {
    await open()

    const [first, ...others] = await migrationStore(connection).list()
    expect(first).to.deep.include({ number: known, begun: true })
    expect(others).to.deep.equal([])
  })

  it('opens it again, and from several processes at a first start', async () => {
    await Promise.all([open(), open(), open()])
    await open()
  })

  it('refuses what a newer build wrote: says where, which form, and what to do', async () => {
    await open()
    await migrationStore(connection).add({ number: known + 1, name: 'later', at: new Date(), build: '9.0.0' })

    const words = await refusal()

    expect(words)
      .to.include(join(dataDir, 'store'))
      .and.to.include(`结构版本 ${known + 1}`)
    expect(words).to.include(`this build knows up to ${known}`).and.to.include('restore the backup')
  })

  it('refuses a folder of signatures that is none, and names the backup to take it from', async () => {
    await open()
    await writeFile(join(dataDir, 'audit'), 'x')
    expect(await refusal())
      .to.include(`${join(dataDir, 'audit')}, cannot be read`)
      .and.to.include('the latest backup')

    await noteBackup(dataDir, { to: '/backups/monday', at: '2026-11-23T02:00:00.000Z' })
    expect(await refusal())
      .to.include('/backups/monday')
      .and.to.include('audit:verify')
  })

  it('refuses an empty store beside a key and a trail of before, and begins anew once they are moved away', async () => {
    await open()
    await mkdir(join(dataDir, 'audit'))
    await writeFile(join(dataDir, 'audit', 'one.head.json'), '{}')
    const empty = await testStore()

    const words = await refusal(empty)
    expect(words)
      .to.include(join(dataDir, 'keys', 'key-encryption.key'))
      .and.to.include(join(dataDir, 'audit'))
    expect(words).to.include('从备份恢复').and.to.include('start over on purpose')
    expect(await migrationStore(empty).newestNumber(), 'untouched').to.equal(undefined)

    await rm(join(dataDir, 'audit'), { recursive: true })
    await rm(join(dataDir, 'keys'), { recursive: true })
    await open(empty)
  })

  it('refuses to go on without the folder of the signatures, and says where it was', async () => {
    await open()
    await connection.db!.collection('auditentries').insertOne({ action: 'invented' })

    const words = await refusal()
    expect(words).to.include(join(dataDir, 'audit')).and.to.include('audit:verify')

    await mkdir(join(dataDir, 'audit'))
    await open()
  })
})
