import { expect } from 'chai'
import { randomBytes } from 'node:crypto'
import { chmod, mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import mongoose from 'mongoose'
import { testStore } from '../../test/store.js'
import { keyRing, loadKeyRing } from './key-ring.js'
import { vault } from './vault.js'

const { mongo } = mongoose

const wang = { orgId: 'o1', ownerId: 'c1', collection: 'interviews', id: 'i1', field: 'f' }
const codeOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => undefined,
    (error: { code?: string; message: string }) => error.code ?? error.message,
  )

describe('the vault', () => {
  it('opens what it sealed where it was sealed only', async () => {
    const safe = vault(await testStore(), keyRing(randomBytes(32)))
    const place = { ...wang, of: { applicationId: 'a1' } }
    const sealed = await safe.seal(place, { text: '我会先道歉😀' })
    await safe.seal({ ...wang, ownerId: 'c2' }, 'so that they have a key')

    expect(await safe.open(place, sealed)).to.deep.equal({ text: '我会先道歉😀' })
    for (const other of [
      { field: 'draft' },
      { ownerId: 'c2' },
      { id: 'i2' },
      { collection: 'reports' },
      { of: { applicationId: 'a2' } },
    ])
      expect(await codeOf(safe.open({ ...place, ...other }, sealed)), JSON.stringify(other)).to.equal('data-unreadable')
  })

  it('keeps bytes as they are, and opens them where they were sealed only', async () => {
    const safe = vault(await testStore(), keyRing(randomBytes(32)))
    const plain = randomBytes(512 * 1024)
    const sealed = await safe.sealBytes(wang, plain)

    expect(await safe.openBytes(wang, sealed)).to.deep.equal(plain)
    expect(sealed).to.have.length(plain.length + 29)
    for (const run of [plain.subarray(0, 16), plain.subarray(-16)]) expect(sealed.includes(run)).to.equal(false)
    expect(await codeOf(safe.openBytes({ ...wang, id: 'i2' }, sealed))).to.equal('data-unreadable')
    sealed[sealed.length - 1]! ^= 1
    expect(await codeOf(safe.openBytes(wang, sealed))).to.equal('data-unreadable')
  })

  it('notices that a record was changed which decides and is readable', async () => {
    const safe = vault(await testStore(), keyRing(randomBytes(32)))
    const decision = { collection: 'decisions', id: 'd1', fields: { verdict: 'advance', decidedAt: new Date(0) } }
    const mark = safe.mark(decision)
    const refused = (fields: object, id = 'd1') => {
      try {
        safe.refuseChanged({ ...decision, id, fields: { ...decision.fields, ...fields } }, mark)
      } catch (error) {
        return (error as { code: string }).code
      }
      return undefined
    }

    expect(refused({})).to.equal(undefined)
    expect(refused({ verdict: 'decline' })).to.equal('record-changed')
    expect(refused({}, 'd2')).to.equal('record-changed')
    expect(() => safe.refuseChanged(decision, undefined)).to.throw()
  })

  it('makes a key when it seals, never when it opens', async () => {
    const connection = await testStore()
    const keys = keyRing(randomBytes(32))
    const sealed = await vault(connection, keys).seal(wang, 'a')
    await connection.collection('datakeys').deleteMany({})
    const later = vault(connection.useDb(connection.name, { useCache: false }), keys)

    expect(await codeOf(later.open(wang, sealed))).to.equal('data-unreadable')
    await later.warm(wang.orgId, [wang.ownerId])
    expect(await connection.collection('datakeys').countDocuments()).to.equal(0)
  })

  it('neither opens nor seals anything once a key was destroyed, in no process that starts later', async () => {
    const connection = await testStore()
    const keys = keyRing(randomBytes(32))
    const safe = vault(connection, keys)
    const sealed = await safe.seal(wang, 'a')
    await safe.destroy(wang, new Date(0))
    await safe.destroy(wang, new Date(1))
    const later = vault(connection.useDb(connection.name, { useCache: false }), keys)

    for (const process of [safe, later]) {
      expect(await codeOf(process.open(wang, sealed))).to.equal('data-deleted')
      expect(await codeOf(process.seal(wang, 'b'))).to.equal('data-deleted')
    }
    expect(await connection.collection('datakeys').findOne()).not.to.have.property('wrapped')
    expect(await connection.collection('datakeys').findOne()).to.deep.include({ destroyedAt: new Date(0) })
  })

  it('reads the keys of a list although one of them is damaged', async () => {
    const connection = await testStore()
    const keys = keyRing(randomBytes(32))
    const li = { ...wang, ownerId: 'c2' }
    const safe = vault(connection, keys)
    const sealed = [await safe.seal(wang, 'a'), await safe.seal(li, 'b')]
    await connection.collection('datakeys').updateOne({ _id: 'o1:c1' as never }, { $set: { wrapped: randomBytes(61) } })
    const later = vault(connection.useDb(connection.name, { useCache: false }), keys)

    await later.warm('o1', ['c1', 'c2'])

    expect(await codeOf(later.open(wang, sealed[0]!))).to.equal('data-unreadable')
    expect(await later.open(li, sealed[1]!)).to.equal('b')
  })

  it('notices one flipped bit', async () => {
    const safe = vault(await testStore(), keyRing(randomBytes(32)))
    const sealed = await safe.seal(wang, '我会先道歉')
    sealed[sealed.length - 1]! ^= 1

    expect(await codeOf(safe.open(wang, sealed))).to.equal('data-unreadable')
  })

  it('never writes the same value twice in the same bytes, yet finds equal phones', async () => {
    const safe = vault(await testStore(), keyRing(randomBytes(32)))

    expect(await safe.seal(wang, 'x')).not.to.deep.equal(await safe.seal(wang, 'x'))
    expect(safe.blindIndex('o1', 'phone', '13800138000')).to.equal(safe.blindIndex('o1', 'phone', '13800138000'))
    expect(safe.blindIndex('o1', 'phone', '13800138000')).not.to.equal(safe.blindIndex('o2', 'phone', '13800138000'))
  })

  it('shares one data key between two processes that begin at the same moment', async () => {
    const connection = await testStore()
    const keys = keyRing(randomBytes(32))
    const second = connection.useDb(connection.name, { useCache: false })
    const [one, two] = [vault(connection, keys), vault(second, keys)]

    const [a, b] = await Promise.all([one.seal(wang, 'a'), two.seal(wang, 'b')])

    expect([await two.open(wang, a), await one.open(wang, b)]).to.deep.equal(['a', 'b'])
  })

  it('reads the key once for all that are opened at once, and again after a read that failed', async () => {
    const connection = await testStore()
    const keys = keyRing(randomBytes(32))
    const sealed = await vault(connection, keys).seal(wang, 'a')
    const another = connection.useDb(connection.name, { useCache: false })
    const later = vault(another, keys)
    const rows = another.model('DataKey')
    const find = rows.findById.bind(rows)
    let reads = 0
    rows.findById = ((id: string) => (reads++ ? find(id) : Promise.reject(new Error('gone')))) as never
    const open = () => Promise.allSettled([1, 2, 3].map(() => later.open(wang, sealed)))

    const [first, second] = [await open(), await open()]

    expect(first.map(({ status }) => status)).to.deep.equal(['rejected', 'rejected', 'rejected'])
    expect(second.map(({ status }) => status)).to.deep.equal(['fulfilled', 'fulfilled', 'fulfilled'])
    expect(reads).to.equal(2)
  })

  it('refuses to start with another key than the data was sealed with', async () => {
    const connection = await testStore()
    await vault(connection, keyRing(randomBytes(32))).ready()

    const other = vault(connection.useDb(connection.name, { useCache: false }), keyRing(randomBytes(32)))

    expect(await codeOf(other.ready())).to.equal('wrong-key')
  })

  it('takes no store that is away for one of another key', async () => {
    const connection = await testStore()
    const safe = vault(connection, keyRing(randomBytes(32)))
    connection.model('DataKey').findById = (() => Promise.reject(new mongo.MongoNetworkError('gone'))) as never

    expect(await safe.ready().catch((error: unknown) => error)).to.be.instanceOf(mongo.MongoNetworkError)
  })
})

describe('the key file', () => {
  let folder: string
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'keys-'))
  })
  afterEach(() => rm(folder, { recursive: true }))

  it('is made once, for its owner alone, and read again', async () => {
    const file = join(folder, 'deep', 'key')
    const first = await loadKeyRing({ file })
    const again = await loadKeyRing({ file })

    expect(again.keyEncryptionKey.equals(first.keyEncryptionKey)).to.equal(true)
    expect((await stat(file)).mode & 0o777).to.equal(0o600)
  })

  it('is refused when others may read it', async () => {
    const file = join(folder, 'key')
    await loadKeyRing({ file })
    await chmod(file, 0o644)

    expect(await codeOf(loadKeyRing({ file }))).to.equal('key-file-open')
  })

  it('gives a key of its own for every purpose', async () => {
    const keys = await loadKeyRing({ file: join(folder, 'key') })

    expect(keys.derive('session').equals(keys.derive('blind-index'))).to.equal(false)
  })
})
