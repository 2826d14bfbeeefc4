import { readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { expect } from 'chai'
import { openEmbeddedMongo, type EmbeddedMongo, type EmbeddedMongoOptions } from '../index.js'
import { startStoreProcess } from '../testing/store-process.js'
import { Temporary, until } from '../testing/temporary.js'

describe('who owns the folder of a store', function () {
  this.timeout(30_000)
  const temporary = new Temporary()
  afterEach(() => temporary.clear())

  async function open(options: EmbeddedMongoOptions): Promise<EmbeddedMongo> {
    const store = await openEmbeddedMongo(options)
    temporary.afterwards(() => store.close())
    return store
  }

  it('is the first to come; a second one works through the first', async () => {
    const dataDir = temporary.folder()
    const owner = await open({ dataDir })
    const second = await startStoreProcess(dataDir)
    temporary.afterwards(() => second.kill())

    const rows = (await temporary.connect(second.uri)).collection('rows')
    await rows.insertOne({ from: 'second' })

    expect([owner.role(), second.role]).to.deep.equal(['owner', 'attached'])
    expect(second.uri).to.equal(owner.uri)
    expect(await (await temporary.connect(owner.uri)).collection('rows').countDocuments()).to.equal(1)
  })

  it('passes on when the owner is killed, and a connected mongoose goes on by itself', async () => {
    const dataDir = temporary.folder()
    const owner = await startStoreProcess(dataDir)
    temporary.afterwards(() => owner.kill())
    const heir = await open({ dataDir })
    const rows = (await temporary.connect(heir.uri)).collection('rows')
    await rows.insertOne({ _id: 1 as never })
    expect([heir.role(), heir.healthy()]).to.deep.equal(['attached', true])

    await owner.kill()
    await until('the heir owns the store', () => heir.role() === 'owner' && heir.healthy())
    await until('mongoose is connected again', () =>
      rows.insertOne({ _id: 2 as never }).then(
        () => true,
        () => false,
      ),
    )

    expect(await rows.distinct('_id')).to.deep.equal([1, 2])
  })

  it('is nobody while the lock is held by one that does not answer; a start gives up in words after its patience', async () => {
    const dataDir = temporary.folder()
    const { tryLock } = await import('./owner-lock.js')
    const lock = tryLock(join(dataDir, 'owner.lock'))
    temporary.afterwards(() => lock?.release())

    const refused = await open({ dataDir, patienceMs: 300 }).then(
      () => undefined,
      (error: unknown) => error,
    )

    expect(refused)
      .to.be.instanceOf(Error)
      .and.have.property('message')
      .that.contains(dataDir)
      .and.contains('another process holds it (owner.lock) and did not answer within 0.3 s')
  })

  it('is not given up by a start that only takes long itself', async () => {
    const store = await open({ dataDir: temporary.folder(), patienceMs: 0 })

    expect([store.role(), store.healthy()]).to.deep.equal(['owner', true])
  })

  it('is waited for by a start that comes before it serves', async () => {
    const dataDir = temporary.folder()
    const { tryLock } = await import('./owner-lock.js')
    const lock = tryLock(join(dataDir, 'owner.lock'))
    let resolved = false
    const opening = open({ dataDir }).then((store) => {
      resolved = true
      return store
    })
    await new Promise((resolve) => setTimeout(resolve, 500))
    expect(resolved).to.equal(false)

    lock?.release()
    const store = await opening

    expect([store.role(), store.healthy()]).to.deep.equal(['owner', true])
  })

  it('replies to what was asked before it lets go', async () => {
    const dataDir = temporary.folder()
    const store = await openEmbeddedMongo({ dataDir })
    const rows = (await temporary.connect(store.uri)).collection('rows')
    await Promise.all(Array.from({ length: 20 }, () => rows.findOne()))
    const writes = Promise.allSettled(Array.from({ length: 20 }, (_, n) => rows.insertOne({ n })))
    await rows.insertOne({ first: true })
    await store.close()
    const kept = (await writes).filter(({ status }) => status === 'fulfilled').length

    const again = await open({ dataDir })
    expect(await (await temporary.connect(again.uri)).collection('rows').countDocuments({ n: { $gte: 0 } })).to.equal(
      kept,
    )
  })

  it('fails the calls of a connected mongoose soon while there is no owner', async () => {
    const dataDir = temporary.folder()
    const owner = await startStoreProcess(dataDir)
    const rows = (await temporary.connect(owner.uri)).collection('rows')
    await rows.insertOne({})
    await owner.kill()

    const start = performance.now()
    const refused = await rows.findOne().then(
      () => undefined,
      (error: unknown) => error,
    )

    expect(refused).to.be.instanceOf(Error)
    expect(performance.now() - start).to.be.lessThan(4000)
  })

  it('keeps everything over a close, and leaves no socket behind', async () => {
    const dataDir = temporary.folder()
    const first = await openEmbeddedMongo({ dataDir })
    await (await temporary.connect(first.uri)).collection('rows').insertOne({ n: 1 })
    await first.close()
    expect(readdirSync(dataDir).sort()).to.deep.equal(['data.sqlite', 'owner.lock'])

    const again = await open({ dataDir })
    expect(await (await temporary.connect(again.uri)).collection('rows').countDocuments({ n: 1 })).to.equal(1)
  })

  it('lets nobody else read: folder 0700, files 0600', async () => {
    const dataDir = join(temporary.folder(), 'data')
    const store = await open({ dataDir })
    await (await temporary.connect(store.uri)).collection('rows').insertOne({ n: 1 })

    expect(statSync(dataDir).mode & 0o777).to.equal(0o700)
    const files = readdirSync(dataDir)
    expect(files).to.include.members(['data.sqlite', 'data.sqlite-wal', 'mongo.sock', 'owner.lock'])
    for (const file of files) expect((statSync(join(dataDir, file)).mode & 0o777).toString(8), file).to.equal('600')
  })

  it('works in a folder too deep for a socket', async () => {
    const dataDir = join(temporary.folder(), 'x'.repeat(120), '招聘')
    await mkdir(dataDir, { recursive: true })
    const store = await openEmbeddedMongo({ dataDir })
    const socket = decodeURIComponent(new URL(store.uri).host)
    temporary.afterwards(() => rmSync(dirname(socket), { recursive: true }))
    temporary.afterwards(() => store.close())

    const rows = (await temporary.connect(store.uri)).collection('rows')
    await rows.insertOne({ n: 1 })

    expect(await rows.countDocuments()).to.equal(1)
    expect(Buffer.byteLength(socket)).to.be.lessThan(104)
    expect(statSync(dirname(socket)).mode & 0o777).to.equal(0o700)
  })

  it('says why a store cannot be opened', async () => {
    const dataDir = join(temporary.folder(), 'taken')
    writeFileSync(dataDir, 'a file, not a folder')

    const refused = await openEmbeddedMongo({ dataDir }).then(
      () => undefined,
      (error: unknown) => error,
    )

    expect(refused).to.be.instanceOf(Error).and.have.property('message').that.contains('EEXIST')
  })
})
