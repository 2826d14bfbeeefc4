/**
 * npm run bench:store. How fast the embedded store is through the unchanged driver, beside bare SQLite inserts with the same
 * durability in the same run. The disk's flush decides most of it: compare the ratios, not the numbers of two machines.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'libsql'
import { BSON, MongoClient, type Collection } from 'mongodb'
import { openEmbeddedMongo } from '../../server/embedded-mongo/index.js'

interface Figure {
  what: string
  perSecond: number
}

const inFlight = 50
const rounds = Number(process.env.BENCH_ROUNDS ?? 1000)

function candidate(number: number): Record<string, unknown> {
  return {
    orgId: 'o1',
    code: `c${number}`,
    status: 'queued',
    queuedAt: new Date(1.7e12 + number),
    attempts: 0,
    answers: ['a', 'b', 'c'].map((key) => ({ key, text: '我会先安抚客户，再核对证件。'.repeat(8) })),
  }
}

async function measure(what: string, count: number, run: () => Promise<void> | void): Promise<Figure> {
  const start = performance.now()
  await run()
  return { what, perSecond: Math.round((count / (performance.now() - start)) * 1000) }
}

async function oneByOne(count: number, run: (number: number) => Promise<unknown>): Promise<void> {
  for (let number = 0; number < count; number++) await run(number)
}

async function atOnce(count: number, run: (number: number) => Promise<unknown>): Promise<void> {
  let next = 0
  await Promise.all(
    Array.from({ length: inFlight }, async () => {
      while (next < count) await run(next++)
    }),
  )
}

/** One row, one commit, one flush: what SQLite itself can do here. */
function bareInserts(folder: string): Promise<Figure> {
  const database = new Database(join(folder, 'bare.sqlite'))
  for (const setting of ['journal_mode=WAL', 'synchronous=FULL']) database.exec(`PRAGMA ${setting}`)
  database.exec('CREATE TABLE pairs(key BLOB PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID')
  const insert = database.prepare('INSERT INTO pairs VALUES(?,?)')
  return measure('bare libsql insert, one commit each', rounds, () => {
    for (let number = 0; number < rounds; number++) {
      insert.run([Buffer.from(`key-${number}`), Buffer.from(BSON.serialize(candidate(number)))])
    }
    database.close()
  })
}

async function throughTheDriver(rows: Collection): Promise<Figure[]> {
  await rows.createIndex({ orgId: 1, code: 1 }, { unique: true })
  await rows.createIndex({ status: 1, queuedAt: 1 })
  const many = rounds * 5
  return [
    await measure('insertOne, 1 client', rounds, () => oneByOne(rounds, (number) => rows.insertOne(candidate(number)))),
    await measure(`insertOne, ${inFlight} in flight`, many, () =>
      atOnce(many, (number) => rows.insertOne(candidate(rounds + number))),
    ),
    await measure('findOne by index, 1 client', rounds, () => oneByOne(rounds, (number) => byCode(rows, number))),
    await measure('findOne by index, 50 in flight', many, () => atOnce(many, (number) => byCode(rows, number))),
    await measure('updateOne $inc, 1 client', rounds, () => oneByOne(rounds, (number) => attempt(rows, number))),
    await measure(`updateOne $inc, ${inFlight} in flight`, many, () => atOnce(many, (number) => attempt(rows, number))),
    await measure(`1 update among 3 reads, ${inFlight} in flight`, many, () =>
      atOnce(many, (number) => (number % 4 === 0 ? attempt(rows, number) : byCode(rows, number))),
    ),
    await measure('findOneAndUpdate claim, 1 client', rounds, () => oneByOne(rounds, () => claim(rows))),
    await measure(`findOneAndUpdate claim, ${inFlight} in flight`, rounds * 3, () =>
      atOnce(rounds * 3, () => claim(rows)),
    ),
  ]
}

function byCode(rows: Collection, number: number): Promise<unknown> {
  return rows.findOne({ orgId: 'o1', code: `c${number}` })
}

function attempt(rows: Collection, number: number): Promise<unknown> {
  return rows.updateOne({ orgId: 'o1', code: `c${number}` }, { $inc: { attempts: 1 } })
}

function claim(rows: Collection): Promise<unknown> {
  return rows.findOneAndUpdate(
    { status: 'queued' },
    { $set: { status: 'sending', leaseUntil: new Date(1.8e12) }, $inc: { attempts: 1 } },
    { sort: { queuedAt: 1 }, returnDocument: 'after' },
  )
}

/** The longest the event loop of the product stood still while the store worked. */
async function watchingTheLoop<T>(run: () => Promise<T>): Promise<{ result: T; longestMs: number }> {
  let last = performance.now()
  let longestMs = 0
  const timer = setInterval(() => {
    const now = performance.now()
    longestMs = Math.max(longestMs, now - last - 5)
    last = now
  }, 5)
  const result = await run()
  clearInterval(timer)
  return { result, longestMs }
}

const folder = await mkdtemp(join(tmpdir(), 'bench-store-'))
const bare = await bareInserts(folder)
const store = await openEmbeddedMongo({ dataDir: join(folder, 'data') })
const client = await new MongoClient(store.uri, { maxPoolSize: 64 }).connect()
const { result: figures, longestMs } = await watchingTheLoop(() =>
  throughTheDriver(client.db('bench').collection('candidates')),
)

console.table(
  [bare, ...figures].map(({ what, perSecond }) => ({
    operation: what,
    'per second': perSecond,
    'of bare libsql': Number((perSecond / bare.perSecond).toFixed(2)),
  })),
)
console.log(`longest pause of this process's event loop: ${longestMs.toFixed(0)} ms`)

await client.close()
await store.close()
await rm(folder, { recursive: true })
