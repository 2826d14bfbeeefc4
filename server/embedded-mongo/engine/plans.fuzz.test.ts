/**
 * Whatever the filter and the sort: reading by index gives what reading everything gives, and after any writes an index holds
 * exactly what it would hold if it were built anew. FUZZ_ROUNDS and FUZZ_SEED make it longer and other.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { EJSON, ObjectId } from 'bson'
import { expect } from 'chai'
import { encodeDoc, type Doc } from '../doc.js'
import { MongoError } from '../errors.js'
import { sortKey } from '../order/reach.js'
import { parseSort } from '../order/sort.js'
import { openLibsqlStore } from '../store/libsql-store.js'
import type { Store } from '../store/store.js'
import { randomFields, randomFilter, randomSort } from '../testing/random-documents.js'
import { seededRandom, type Random } from '../testing/random.js'
import { Catalog, rangeOf, type Collection } from './catalog.js'
import { planFind } from './choose-plan.js'
import { createIndex } from './create-index.js'
import { count, find } from './find.js'
import { entriesOf } from './index-entries.js'
import { parseIndexSpec } from './index-spec.js'
import { updateDocuments } from './update.js'
import { insertDocument, removeDocument, type Target } from './write-document.js'

const rounds = Number(process.env.FUZZ_ROUNDS ?? 150)
const firstSeed = Number(process.env.FUZZ_SEED ?? 20261125)
/** The second is for the long run. */
const seeds = process.env.FUZZ_ROUNDS ? [firstSeed, firstSeed + 1] : [firstSeed]

const indexes = [
  { key: { b: 1, a: 1 }, name: 'ba where c', partialFilterExpression: { c: { $in: [1, 2, 'a', null] } } },
  { key: { c: 1, _id: 1 }, name: 'c of numbers', partialFilterExpression: { c: { $gte: 2 } }, unique: true },
  { key: { c: -1 }, name: 'c there', partialFilterExpression: { c: { $exists: true } } },
  { key: { a: 1 }, name: 'a' },
  { key: { a: -1, c: 1 }, name: 'a-c' },
  { key: { c: 1, b: -1 }, name: 'cb-' },
  { key: { b: 1 }, name: 'b sparse', sparse: true },
  { key: { 'n.k': 1 }, name: 'n.k' },
]

describe('indexed and full reads', () => {
  for (const seed of seeds) {
    it(`agree on everything (FUZZ_SEED=${seed}, ${rounds} rounds)`, async function () {
      this.timeout(20_000 + rounds * 100)
      const folder = mkdtempSync(join(tmpdir(), 'plans-'))
      const store = openLibsqlStore({ path: join(folder, 'data.sqlite') })
      try {
        await new Pair(store, seededRandom(seed)).run()
      } finally {
        await store.close()
        rmSync(folder, { recursive: true })
      }
    })
  }
})

/** The same documents twice: under indexes, and plain. */
class Pair {
  private readonly catalog: Catalog
  private readonly plansUsed = new Set<string>()

  constructor(
    private readonly store: Store,
    private readonly random: Random,
  ) {
    this.catalog = new Catalog(store.reader)
  }

  async run(): Promise<void> {
    await this.inBoth(() => {})
    await this.inOne('t.indexed', (target) => {
      for (const spec of indexes.slice(0, -1)) createIndex(target, parseIndexSpec(spec))
    })
    await Promise.all(Array.from({ length: 150 }, () => this.insert()))
    await this.inOne('t.indexed', (target) => {
      for (const spec of indexes) createIndex(target, parseIndexSpec(spec))
    })
    for (let round = 0; round < rounds; round++) await this.round()
    await this.inOne('t.indexed', (target) => this.checkRebuild(target))
    for (const { name } of indexes)
      expect([...this.plansUsed].join(), `no filter used the index ${name}`).to.contain(name)
  }

  private async round(): Promise<void> {
    const { random } = this
    if (random.chance(0.2)) await this.insert()
    else if (random.chance(0.2)) await this.update()
    else if (random.chance(0.05)) await this.remove()
    for (let n = 0; n < 4; n++) this.check(randomFilter(random), randomSort(random))
  }

  private async insert(): Promise<void> {
    const { random } = this
    const _id = random.chance(0.5)
      ? new ObjectId(Buffer.from(Array.from({ length: 12 }, () => random.below(256))))
      : random.below(1e9)
    const raw = encodeDoc({ _id, ...randomFields(random) })
    await this.inBoth((target) => void insertDocument(target, raw))
  }

  private async update(): Promise<void> {
    const { random } = this
    const filter = { _id: this.someId() }
    const fields = randomFields(random)
    const changes: unknown[] = [
      fields,
      { $unset: { a: 1, 'n.k': 1 } },
      { $push: { a: random.below(5) } },
      { $set: { 'n.k': random.below(5) } },
    ]
    if (Object.keys(fields).length > 0) changes.push({ $set: fields })
    const update = random.pick(changes)
    await this.inBoth((target) => void updateDocuments(target, { filter, update }))
  }

  private async remove(): Promise<void> {
    const filter = { _id: this.someId() }
    await this.inBoth((target) => {
      for (const hit of [...find(target.writer, target.collection, { filter })]) removeDocument(target, hit)
    })
  }

  private someId(): unknown {
    return this.random.pick([...find(this.store.reader, this.catalog.find('t.plain'), { filter: {} })])?.doc._id ?? 0
  }

  /** What an index refuses (parallel arrays, a path in a scalar) happens in neither. */
  private async inBoth(run: (target: Target) => void): Promise<void> {
    try {
      await this.inOne('t.indexed', run)
    } catch (error) {
      if (error instanceof MongoError) return
      throw error
    }
    await this.inOne('t.plain', run)
  }

  private inOne(namespace: string, run: (target: Target) => void): Promise<void> {
    return this.store.write({
      run: (writer) => run({ writer, catalog: this.catalog, collection: this.catalog.findOrCreate(writer, namespace) }),
    })
  }

  private check(filter: Doc, sort: Record<string, 1 | -1>): void {
    const spec = parseSort(sort)
    const indexed = this.catalog.find('t.indexed')
    const plan = planFind(indexed as Collection, filter, spec).name
    this.plansUsed.add(plan)
    const what = `filter ${EJSON.stringify(filter)} sort ${JSON.stringify(sort)} by ${plan}`
    const byIndex = [...find(this.store.reader, indexed, { filter, sort: spec })].map(({ doc }) => doc)
    const byScan = [...find(this.store.reader, this.catalog.find('t.plain'), { filter, sort: spec })].map(
      ({ doc }) => doc,
    )

    const ids = (docs: Doc[]): string[] => docs.map(({ _id }) => EJSON.stringify(_id)).sort()
    const keys = (docs: Doc[]): string[] => docs.map((doc) => sortKey(doc, spec).toString('hex'))
    expect(count(this.store.reader, indexed, { filter }), `count of ${what}`).to.equal(byScan.length)
    expect(ids(byIndex), what).to.deep.equal(ids(byScan))
    expect(keys(byIndex), what).to.deep.equal(keys(byScan))
    const page = [...find(this.store.reader, indexed, { filter, sort: spec, skip: 2, limit: 5 })].map(({ doc }) => doc)
    expect(keys(page), `page of ${what}`).to.deep.equal(keys(byScan.slice(2, 7)))
  }

  private checkRebuild({ writer, collection }: Target): void {
    const hits = [...find(writer, collection, { filter: {} })]
    for (const index of collection.indexes) {
      const held = [...writer.scan(rangeOf(index.prefix))].map(([key]) => key.toString('hex'))
      const built = hits
        .flatMap(({ doc, id }) => entriesOf(index, doc, id).entries.map(({ key }) => key.toString('hex')))
        .sort()
      expect(held, index.spec.name).to.deep.equal(built)
    }
  }
}
