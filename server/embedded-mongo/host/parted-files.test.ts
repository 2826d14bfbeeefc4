import { expect } from 'chai'
import { cp, mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'libsql'
import { openEmbeddedMongo } from '../index.js'

describe('a store whose files are not what they were (R4)', function () {
  this.timeout(30_000)
  let folder: string
  let sound: string
  let log: Buffer
  const data = () => join(folder, 'data.sqlite')

  /** As a process that was killed leaves them: a database and what was acknowledged since in its log. */
  before(async () => {
    sound = await mkdtemp(join(tmpdir(), 'sound-'))
    const database = new Database(join(sound, 'live.sqlite'))
    database.exec('PRAGMA journal_mode=WAL')
    database.exec('CREATE TABLE pairs(key BLOB PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID')
    await cp(join(sound, 'live.sqlite'), join(sound, 'data.sqlite'))
    await cp(join(sound, 'live.sqlite-wal'), join(sound, 'data.sqlite-wal'))
    database.close()
    for (const ending of ['', '-wal', '-shm']) await rm(join(sound, `live.sqlite${ending}`), { force: true })
    log = await readFile(join(sound, 'data.sqlite-wal'))
  })
  after(() => rm(sound, { recursive: true }))
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'parted-'))
    await cp(sound, folder, { recursive: true })
  })
  afterEach(() => rm(folder, { recursive: true }))

  const codeOf = (opening: Promise<{ close(): Promise<void> }>): Promise<unknown> =>
    opening.then(
      async (store) => {
        await store.close()
        return 'opened'
      },
      (error: { code?: unknown }) => error.code,
    )

  it('is opened when both are there', async () => {
    expect(await codeOf(openEmbeddedMongo({ dataDir: folder }))).to.equal('opened')
  })

  for (const [what, harm] of [
    ['missing', () => rm(data())],
    ['empty', () => truncate(data(), 0)],
  ] as const)
    it(`is refused, and its log stays as it is, when the database beside it is ${what}`, async () => {
      await harm()

      expect(await codeOf(openEmbeddedMongo({ dataDir: folder }))).to.equal('STORE_PARTED')
      expect((await readFile(`${data()}-wal`)).equals(log)).to.equal(true)
    })

  it('is refused, and its log stays as it is, when the log is none', async () => {
    const garbled = Buffer.alloc(log.length, 0x41)
    await writeFile(`${data()}-wal`, garbled)

    expect(await codeOf(openEmbeddedMongo({ dataDir: folder }))).to.equal('SQLITE_CORRUPT')
    expect((await readFile(`${data()}-wal`)).equals(garbled)).to.equal(true)
  })
})
