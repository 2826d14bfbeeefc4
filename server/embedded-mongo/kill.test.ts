/**
 * kill -9 in the middle of acknowledged writes, again and again on one folder: nothing acknowledged is lost, nothing is torn,
 * every index agrees with the documents. KILL_ROUNDS makes it longer, KILL_SEED other.
 */
import { expect } from 'chai'
import mongoose, { type mongo } from 'mongoose'
import { seededRandom, type Random } from './testing/random.js'
import { startStoreProcess } from './testing/store-process.js'
import { Temporary } from './testing/temporary.js'

const rounds = Number(process.env.KILL_ROUNDS ?? 5)
const seed = Number(process.env.KILL_SEED ?? 42)
const writers = 12
const tags = ['t0', 't1', 't2', 't3', 't4']

interface Row extends mongo.Document {
  _id: string
  n: number
  tag: string
  v: number
  /** Always `tag` and `v` in one word: differs only when a write was torn. */
  seal: string
}

const sealOf = (tag: string, v: number): string => `${tag}/${v}`

describe('a store that is killed', function () {
  this.timeout(30_000 + rounds * 20_000)
  const temporary = new Temporary()
  afterEach(() => temporary.clear())

  it(`keeps all it acknowledged, ${rounds} times (KILL_SEED=${seed})`, async () => {
    const ledger = new Ledger(seededRandom(seed))
    const dataDir = temporary.folder()
    for (let round = 0; round <= rounds; round++) {
      const store = await startStoreProcess(dataDir)
      temporary.afterwards(() => store.kill())
      const connection = await mongoose
        .createConnection(store.uri, { dbName: 'kill', bufferCommands: false, maxPoolSize: writers })
        .asPromise()
      const rows = connection.collection('rows') as unknown as mongo.Collection<Row>
      await rows.createIndex({ n: 1 }, { unique: true })
      await rows.createIndex({ tag: 1, v: -1 })

      await ledger.check(rows, `after kill ${round} (KILL_SEED=${seed})`)
      if (round < rounds) await ledger.writeUntilKilled(rows, () => store.kill())
      await connection.close(true)
      await store.kill()
    }
    expect(ledger.acknowledged.size, 'there was no load').to.be.greaterThan(rounds * 20)
  })
})

/** What the store has promised, and what was on its way. */
class Ledger {
  readonly acknowledged = new Map<string, number>()
  private readonly started = new Set<string>()
  private lastNumber = 0
  private dead = false

  constructor(private readonly random: Random) {}

  async check(rows: mongo.Collection<Row>, when: string): Promise<void> {
    const found = new Map((await rows.find().toArray()).map((row) => [row._id, row]))
    const lost = [...this.acknowledged].filter(([id, v]) => (found.get(id)?.v ?? -1) < v)
    const unexplained = [...found.keys()].filter((id) => !this.started.has(id))
    const torn = [...found.values()].filter(({ tag, v, seal }) => seal !== sealOf(tag, v))
    const byTag = await Promise.all(tags.map((tag) => rows.countDocuments({ tag })))

    expect({ lost, unexplained, torn }, when).to.deep.equal({ lost: [], unexplained: [], torn: [] })
    expect(await rows.countDocuments({ n: { $gte: 0 } }), `unique index ${when}`).to.equal(found.size)
    expect(
      byTag.reduce((sum, count) => sum + count, 0),
      `compound index ${when}`,
    ).to.equal(found.size)
    for (const [id, { v }] of found) this.acknowledged.set(id, v)
  }

  async writeUntilKilled(rows: mongo.Collection<Row>, kill: () => Promise<void>): Promise<void> {
    this.dead = false
    const wanted = this.acknowledged.size + 30 + this.random.below(300)
    const writing = Array.from({ length: writers }, () => this.write(rows))
    while (this.acknowledged.size < wanted) await new Promise((resolve) => setTimeout(resolve, 5))
    this.dead = true
    await kill()
    await Promise.all(writing)
  }

  private async write(rows: mongo.Collection<Row>): Promise<void> {
    for (;;) {
      try {
        await this.writeOne(rows)
      } catch (error) {
        if (this.dead) return
        throw error
      }
      if (this.dead) return
    }
  }

  private async writeOne(rows: mongo.Collection<Row>): Promise<void> {
    const kind = this.random.next()
    if (kind < 0.5) return this.insert(rows, [this.fresh()])
    if (kind < 0.6)
      return this.insert(
        rows,
        Array.from({ length: 20 }, () => this.fresh()),
      )
    const ids = [...this.acknowledged.keys()]
    if (ids.length > 0) await this.change(rows, this.random.pick(ids))
  }

  private fresh(): Row {
    const n = ++this.lastNumber
    const tag = this.random.pick(tags)
    this.started.add(`row${n}`)
    return { _id: `row${n}`, n, tag, v: 0, seal: sealOf(tag, 0) }
  }

  private async insert(rows: mongo.Collection<Row>, fresh: Row[]): Promise<void> {
    await rows.insertMany(fresh)
    for (const { _id } of fresh) this.acknowledged.set(_id, 0)
  }

  /** Only the one who still finds the version it read writes the next: a claim as our stores make it. */
  private async change(rows: mongo.Collection<Row>, _id: string): Promise<void> {
    const v = this.acknowledged.get(_id) ?? 0
    const tag = this.random.pick(tags)
    const changed = await rows.findOneAndUpdate(
      { _id, v },
      { $set: { tag, v: v + 1, seal: sealOf(tag, v + 1) } },
      { returnDocument: 'after' },
    )
    if (changed) this.acknowledged.set(_id, Math.max(this.acknowledged.get(_id) ?? 0, changed.v))
  }
}
