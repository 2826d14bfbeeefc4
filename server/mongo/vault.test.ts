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

const wang = { orgId: 'o1', ownerId: 'c1' }
const codeOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => undefined,
    (error: { code?: string; message: string }) => error.code ?? error.message,
  )

describe('the vault', () => {
  it('opens what it sealed, for the same owner and field only', async () => {
    const safe = vault(await testStore(), keyRing(randomBytes(32)))
    const sealed = await safe.seal(wang, 'answer', { text: '我会先道歉😀' })

    expect(await safe.open(wang, 'answer', sealed)).to.deep.equal({ text: '我会先道歉😀' })
    expect(await codeOf(safe.open(wang, 'draft', sealed))).not.to.equal(undefined)
    expect(await codeOf(safe.open({ ...wang, ownerId: 'c2' }, 'answer', sealed))).not.to.equal(undefined)
  })

  it('notices one flipped bit', async () => {
    const safe = vault(await testStore(), keyRing(randomBytes(32)))
    const sealed = await safe.seal(wang, 'answer', '我会先道歉')
    sealed[sealed.length - 1]! ^= 1

    expect(await codeOf(safe.open(wang, 'answer', sealed))).to.match(/auth/i)
  })

  it('never writes the same value twice in the same bytes, yet finds equal phones', async () => {
    const safe = vault(await testStore(), keyRing(randomBytes(32)))

    expect(await safe.seal(wang, 'a', 'x')).not.to.deep.equal(await safe.seal(wang, 'a', 'x'))
    expect(safe.blindIndex('o1', 'phone', '13800138000')).to.equal(safe.blindIndex('o1', 'phone', '13800138000'))
    expect(safe.blindIndex('o1', 'phone', '13800138000')).not.to.equal(safe.blindIndex('o2', 'phone', '13800138000'))
  })

  it('shares one data key between two processes that begin at the same moment', async () => {
    const connection = await testStore()
    const keys = keyRing(randomBytes(32))
    const second = connection.useDb(connection.name, { useCache: false })
    const [one, two] = [vault(connection, keys), vault(second, keys)]

    const [a, b] = await Promise.all([one.seal(wang, 'f', 'a'), two.seal(wang, 'f', 'b')])

    expect([await two.open(wang, 'f', a), await one.open(wang, 'f', b)]).to.deep.equal(['a', 'b'])
  })

  it('reads the key once for all that are opened at once, and again after a read that failed', async () => {
    const connection = await testStore()
    const keys = keyRing(randomBytes(32))
    const sealed = await vault(connection, keys).seal(wang, 'f', 'a')
    const another = connection.useDb(connection.name, { useCache: false })
    const later = vault(another, keys)
    const rows = another.model('DataKey')
    const find = rows.findById.bind(rows)
    let reads = 0
    rows.findById = ((id: string) => (reads++ ? find(id) : Promise.reject(new Error('gone')))) as never
    const open = () => Promise.allSettled([1, 2, 3].map(() => later.open(wang, 'f', sealed)))

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
