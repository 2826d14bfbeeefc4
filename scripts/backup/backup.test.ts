import { randomBytes } from 'node:crypto'
import { appendFile, copyFile, cp, mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import type { Connection } from 'mongoose'
import { openEmbeddedMongo, type EmbeddedMongo } from '../../server/embedded-mongo/index.js'
import { connectStore } from '../../server/mongo/connection.js'
import { lastBackup } from '../../server/migrations/last-backup.js'
import { loadKeyRing } from '../../server/mongo/key-ring.js'
import { readConfig } from '../../server/config.js'
import { settingsOf } from '../../test/fakes/bucket.js'
import { makeBackup } from './make-backup.js'
import { recordingsLine } from './recordings-line.js'
import { restoreBackup } from './restore-backup.js'

const now = new Date('2026-11-22T02:00:00Z')

describe('a backup of the embedded store', function () {
  this.timeout(60_000)
  let folder: string
  let store: EmbeddedMongo
  let connection: Connection
  const place = (name: string) => ({
    dataDir: join(folder, name),
    dbName: 'rows',
    keys: { file: join(folder, name, 'keys', 'key') },
    mongodbUri: undefined,
  })
  const to = () => join(folder, 'backup')
  const errorOf = (promise: Promise<unknown>): Promise<string> =>
    promise.then(
      () => 'no error',
      (error: Error) => error.message,
    )

  // One store for all: to open one costs more than what is looked at in it. What is made of it has a place of its own in each test.
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'backup-'))
    await loadKeyRing(place('from').keys)
    store = await openEmbeddedMongo({ dataDir: join(folder, 'from', 'store') })
    connection = await connectStore(store.uri, 'rows')
    await mkdir(join(folder, 'from', 'audit'))
    await writeFile(join(folder, 'from', 'audit', 'segments.jsonl'), '{}\n')
    await mkdir(join(folder, 'from', 'media', 'o1', 'c1'), { recursive: true })
    await writeFile(join(folder, 'from', 'media', 'o1', 'c1', 'piece'), 'sealed')
    await writeFile(join(folder, 'from', 'media', 'o1', 'c1', 'piece_0f'), 'half written')
  })
  afterEach(async () => {
    for (const made of await readdir(folder)) if (made !== 'from') await rm(join(folder, made), { recursive: true })
  })
  after(async () => {
    await connection.close()
    await store.close()
    await rm(folder, { recursive: true })
  })

  const answers = (at: Connection) => at.db!.collection<{ _id: number; text: Buffer }>('answers')

  /** One after the other, as a phone hands them in; returns how many were acknowledged by when it was asked. */
  function keepAnswering() {
    const state = { acknowledged: 0, ended: false }
    const done = (async () => {
      while (!state.ended) {
        await answers(connection).insertOne({ _id: state.acknowledged, text: randomBytes(2_000) })
        state.acknowledged += 1
      }
    })()
    return {
      count: () => state.acknowledged,
      async end() {
        state.ended = true
        await done
      },
    }
  }

  async function restored(): Promise<number[]> {
    await mkdir(join(folder, 'to', 'keys'), { recursive: true })
    await copyFile(place('from').keys.file, place('to').keys.file)
    await restoreBackup(place('to'), { from: to() })
    const again = await openEmbeddedMongo({ dataDir: join(folder, 'to', 'store') })
    const reading = await connectStore(again.uri, 'rows')
    const found = await answers(reading)
      .find({}, { projection: { _id: 1 } })
      .sort({ _id: 1 })
      .toArray()
    await reading.close()
    await again.close()
    return found.map(({ _id }) => _id)
  }

  it('made while answers come in holds every one that was acknowledged before it, and none without those before', async () => {
    await answers(connection).insertMany(
      Array.from({ length: 4_000 }, (_, at) => ({ _id: -1 - at, text: randomBytes(2_000) })),
    )
    const writing = keepAnswering()
    while (writing.count() < 20) await new Promise((resolve) => setImmediate(resolve))
    const before = writing.count()
    await makeBackup(place('from'), { to: to(), now })
    await writing.end()
    const found = (await restored()).filter((id) => id >= 0)

    expect(found.length).to.be.at.least(before)
    expect(found).to.deep.equal(Array.from({ length: found.length }, (_, at) => at))
    expect(await answers(connection).countDocuments()).to.equal(4_000 + writing.count())
  })

  it('holds no key, and names its files with their hashes', async () => {
    const { files, key } = await makeBackup(place('from'), { to: to(), now })

    expect(files.map(({ path }) => path)).to.deep.equal([
      'audit/segments.jsonl',
      'media/o1/c1/piece',
      'store/data.sqlite',
    ])
    expect(key).to.have.length(22)
    expect(await lastBackup(place('from').dataDir)).to.include({ to: to(), at: now.toISOString() })
    expect(await readdir(to())).to.have.members(['audit', 'manifest.json', 'media', 'store'])
  })

  it('counts for nothing when the store was taken over meanwhile', async () => {
    const { token } = await connection.db!.admin().command({ holdLog: 1 })
    await connection.db!.admin().command({ holdLog: 1 })

    expect(await errorOf(connection.db!.admin().command({ releaseLog: token as string }))).to.contain('not held')
  })

  it('is not made over another one', async () => {
    await makeBackup(place('from'), { to: to(), now })

    expect(await errorOf(makeBackup(place('from'), { to: to(), now }))).to.contain('is not empty')
  })

  describe('is not restored', () => {
    let made: string
    before(async () => {
      made = await mkdtemp(join(tmpdir(), 'made-'))
      await makeBackup(place('from'), { to: join(made, 'backup'), now })
    })
    beforeEach(() => cp(join(made, 'backup'), to(), { recursive: true }))
    after(() => rm(made, { recursive: true }))

    it('into a folder that is in use', async () => {
      expect(await errorOf(restoreBackup(place('from'), { from: to() }))).to.contain('is in use')
    })

    it('when a byte of it has changed, or a file was added', async () => {
      await loadKeyRing(place('to').keys)
      await appendFile(join(to(), 'store', 'data.sqlite'), 'x')
      await writeFile(join(to(), 'audit', 'more'), '')
      const said = await errorOf(restoreBackup(place('to'), { from: to() }))

      expect(said).to.contain('store/data.sqlite').and.to.contain('audit/more')
      expect(await readdir(place('to').dataDir)).to.deep.equal(['keys'])
    })

    it('without its key, and not with another one', async () => {
      expect(await errorOf(restoreBackup(place('to'), { from: to() }))).to.contain('there is no key at')
      await loadKeyRing(place('to').keys)
      expect(await errorOf(restoreBackup(place('to'), { from: to() }))).to.contain('is not the key of this backup')
    })

    it('from a folder that is no backup', async () => {
      await cp(join(folder, 'from', 'audit'), join(folder, 'other'), { recursive: true })

      expect(await errorOf(restoreBackup(place('to'), { from: join(folder, 'other') }))).to.contain('is no backup')
    })
  })

  it('brings its key to its place when that is named', async () => {
    await makeBackup(place('from'), { to: to(), now })
    await restoreBackup(place('to'), { from: to(), keyFile: place('from').keys.file })

    expect(await readdir(place('to').dataDir)).to.have.members(['audit', 'keys', 'media', 'store'])
    expect(await readFile(join(place('to').dataDir, 'media', 'o1', 'c1', 'piece'), 'utf8')).to.equal('sealed')
  })

  describe('whose product has ended', () => {
    it('is not restored over data that is there', async () => {
      await makeBackup(place('from'), { to: to(), now })
      await connection.close()
      await store.close()

      expect(await errorOf(restoreBackup(place('from'), { from: to() }))).to.contain('there is data in')
    })
  })
})

describe('what a backup says of recordings', () => {
  const bucket = { endpoint: 'http://127.0.0.1:9', bucket: 'recordings-1', region: 'ap-shanghai' }
  const account = { accessKeyId: 'id', secretAccessKey: 'key-of-nobody', pathStyle: true, callSeconds: 5 }

  it('is nothing with a folder, which it copies, and whose matter they are with a bucket', () => {
    expect(recordingsLine(readConfig({}))).to.equal(undefined)
    const said = recordingsLine(readConfig(settingsOf({ ...bucket, ...account })))
    expect(said).to.contain('recordings-1').and.to.contain('owner').and.not.to.contain('key-of-nobody')
  })
})
