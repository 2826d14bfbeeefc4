import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import Database from 'libsql'
import { MongoError } from '../errors.js'
import { openLibsqlStore } from './libsql-store.js'
import type { Store } from './store.js'

const key = (name: string): Buffer => Buffer.from(name)
const everything = { from: key('\0'), to: key('\xff') }

describe('the store of bytes', () => {
  let folder: string
  let store: Store
  let rollbacks: number

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'bytes-'))
    store = openLibsqlStore({ path: join(folder, 'data.sqlite'), byteCap: 200_000 })
    rollbacks = 0
    store.onRollback(() => {
      rollbacks++
    })
  })
  afterEach(async () => {
    await store.close()
    rmSync(folder, { recursive: true })
  })

  const put = (name: string, bytes = 1): Promise<void> =>
    store.write({ run: (writer) => writer.put(key(name), Buffer.alloc(bytes)) })
  const names = (reverse = false): string[] =>
    [...store.reader.scan(everything, reverse)].map(([name]) => name.toString())

  it('shows a write to nobody before it is committed, and commits those that wait together', async () => {
    const writes = [put('a'), put('b')]
    expect(names()).to.deep.equal([])

    await writes[0]

    expect(names()).to.deep.equal(['a', 'b'])
    await Promise.all(writes)
  })

  it('lets one that does not fit take no other with it', async () => {
    const outcomes = await Promise.allSettled([put('a'), put('large', 300_000), put('b')])

    expect(outcomes.map(({ status }) => status)).to.deep.equal(['fulfilled', 'rejected', 'fulfilled'])
    expect(outcomes[1]).to.have.nested.property('reason.code', 14031)
    expect(names()).to.deep.equal(['a', 'b'])
    expect(rollbacks, 'once together, once alone').to.equal(2)
  })

  it('undoes all of a work that breaks half-way, and only that', async () => {
    const broken = store.write({
      run: (writer) => {
        writer.put(key('half'), Buffer.alloc(1))
        throw new TypeError('broken')
      },
    })

    const outcomes = await Promise.allSettled([put('a'), broken, put('b')])

    expect(outcomes.map(({ status }) => status)).to.deep.equal(['fulfilled', 'rejected', 'fulfilled'])
    expect(names()).to.deep.equal(['a', 'b'])
  })

  it('leaves the others alone when one is refused by rule', async () => {
    const refused = store.write({
      run: () => {
        throw new MongoError('BadValue', 'no')
      },
    })

    expect((await Promise.allSettled([put('a'), refused])).map(({ status }) => status)).to.deep.equal([
      'fulfilled',
      'rejected',
    ])
    expect(rollbacks).to.equal(0)
  })

  it('scans page by page in both directions, while it is written to', async () => {
    const all = Array.from({ length: 700 }, (_, n) => `k${String(n).padStart(3, '0')}`)
    await Promise.all(all.map((name) => put(name)))

    expect(names()).to.deep.equal(all)
    expect(names(true)).to.deep.equal([...all].reverse())
    expect(store.reader.count({ from: key('k100'), to: key('k200') })).to.equal(100)
    const scan = store.reader.scan(everything)[Symbol.iterator]()
    scan.next()
    await store.write({ run: (writer) => writer.clear({ from: key('k100'), to: key('k700') }) })
    expect([...{ [Symbol.iterator]: () => scan }].length).to.equal(99)
  })

  it('is closed in order, and opened again, with everything when a full disk keeps the log from being folded', async () => {
    const path = join(folder, 'full.sqlite')
    const exec = Object.getOwnPropertyDescriptor(Database.prototype, 'exec')!
    Database.prototype.exec = function (this: Database.Database, sql: string) {
      if (sql.includes('wal_checkpoint')) throw Object.assign(new Error('no room'), { code: 'SQLITE_FULL' })
      return (exec.value as typeof Database.prototype.exec).call(this, sql)
    }
    try {
      const full = openLibsqlStore({ path })
      await full.write({ run: (writer) => writer.put(key('a'), Buffer.alloc(1)) })
      await full.close()
      // The files of another process, as it were: libsql lets go of its own only with the last statement.
      for (const end of ['', '-wal']) copyFileSync(`${path}${end}`, `${path}-copy${end}`)
      const again = openLibsqlStore({ path: `${path}-copy` })
      expect(again.reader.get(key('a'))).to.have.length(1)
      await again.close()
    } finally {
      Object.defineProperty(Database.prototype, 'exec', exec)
    }
  })

  describe('on a disk whose flushes are held back', () => {
    let flushes: ((error: Error | null) => void)[]
    let held: Store
    let failures: string[]

    beforeEach(() => {
      flushes = []
      failures = []
      held = openLibsqlStore({
        path: join(folder, 'held.sqlite'),
        onFailure: ({ message }) => failures.push(message),
        openLog: () => ({ flush: (done) => flushes.push(done), close() {} }),
      })
    })

    const outcomeOf = (work: Promise<unknown>): { value: string } => {
      const outcome = { value: 'waits' }
      work.then(
        () => (outcome.value = 'done'),
        (error: Error) => (outcome.value = error.message),
      )
      return outcome
    }
    const write = (name: string): { value: string } =>
      outcomeOf(held.write({ run: (writer) => writer.put(key(name), Buffer.alloc(1)) }))
    const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

    it('applies a write at once, and acknowledges neither it nor what saw it before the flush', async () => {
      const written = write('a')
      await turn()
      const seen = held.reader.get(key('a'))
      const settled = outcomeOf(held.settled())
      const refused = outcomeOf(
        held.write({
          run: () => {
            throw new MongoError('BadValue', 'a is there')
          },
        }),
      )
      await turn()
      expect(seen).to.have.length(1)
      expect([written.value, settled.value, refused.value]).to.deep.equal(['waits', 'waits', 'waits'])

      flushes.shift()?.(null)
      await turn()

      expect([written.value, settled.value, refused.value]).to.deep.equal(['done', 'done', 'a is there'])
      await held.close()
    })

    it('gathers what comes while a flush runs, and flushes that once', async () => {
      const first = write('a')
      await turn()
      const gathered = [write('b'), write('c')]
      await turn()
      expect(held.reader.get(key('b'))).to.equal(undefined)

      flushes.shift()?.(null)
      await turn()
      expect(held.reader.get(key('c'))).to.have.length(1)
      expect([first, ...gathered].map(({ value }) => value)).to.deep.equal(['done', 'waits', 'waits'])
      expect(flushes).to.have.length(1)

      flushes.shift()?.(null)
      await turn()
      expect(gathered.map(({ value }) => value)).to.deep.equal(['done', 'done'])
      await held.close()
    })

    it('finishes at its close what was begun, and waits for the flush', async () => {
      const written = write('a')
      const closed = outcomeOf(held.close())
      await turn()
      expect([written.value, closed.value]).to.deep.equal(['waits', 'waits'])

      flushes.shift()?.(null)
      await turn()

      expect([written.value, closed.value]).to.deep.equal(['done', 'done'])
    })

    it('promises nothing more once a flush has failed, and can still be closed', async () => {
      const written = write('a')
      await turn()
      const behind = write('b')
      await turn()
      flushes.shift()?.(new Error('EIO'))
      const later = write('c')
      await turn()

      expect([written, behind, later].map(({ value }) => value)).to.deep.equal(
        Array(3).fill('the disk did not confirm the write; it may be lost'),
      )
      expect(held.reader.get(key('c')), 'it was not even tried').to.equal(undefined)
      expect(failures).to.deep.equal(['EIO'])
      const closed = outcomeOf(held.close())
      await turn()
      expect(closed.value).to.contain('the disk did not confirm')
    })

    it('flushes nothing for what changes nothing', async () => {
      const nothing = outcomeOf(held.write({ run: () => 0 }))
      await turn()

      expect(nothing.value).to.equal('done')
      expect(flushes).to.deep.equal([])
      await held.close()
    })
  })
})
