import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { EJSON, ObjectId } from 'bson'
import { expect } from 'chai'
import { encodeDoc, type Doc } from '../doc.js'
import { openLibsqlStore } from '../store/libsql-store.js'
import type { Store } from '../store/store.js'
import { seededRandom } from '../testing/random.js'
import { Catalog } from './catalog.js'
import { coveredCount } from './covered-count.js'
import { createIndex } from './create-index.js'
import { count, find } from './find.js'
import { parseIndexSpec } from './index-spec.js'
import { insertDocument, type Target } from './write-document.js'

const random = seededRandom(20261129)
const at = (n: number) => new Date(n * 1_000)
const values = {
  o: ['a', 'b', 1],
  s: ['w', 'd', null, undefined, 1, true],
  r: [at(1), at(2), at(3), 'x', 2, null, undefined],
}
const indexes = [
  { key: { o: 1, s: 1, r: 1 }, name: 'osr' },
  { key: { s: 1, r: -1 }, name: 's-r where o is a', partialFilterExpression: { o: 'a' } },
  { key: { r: 1 }, name: 'r sparse', sparse: true },
]

describe('counting by index alone', () => {
  let folder: string
  let store: Store
  let catalog: Catalog

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'counts-'))
    store = openLibsqlStore({ path: join(folder, 'data.sqlite') })
    catalog = new Catalog(store.reader)
    await write((target) => {
      for (const spec of indexes) createIndex(target, parseIndexSpec(spec))
      for (let n = 0; n < 300; n += 1) insertDocument(target, encodeDoc(randomDoc()))
    })
  })
  after(async () => {
    await store.close()
    rmSync(folder, { recursive: true })
  })

  const write = (run: (target: Target) => void) =>
    store.write({ run: (writer) => run({ writer, catalog, collection: catalog.findOrCreate(writer, 't.rows') }) })
  const rows = () => catalog.find('t.rows')!

  it('gives what reading gives, whatever the filter, and is often possible', () => {
    let counted = 0
    for (let round = 0; round < 800; round += 1) {
      const filter = randomFilter()
      const read = [...find(store.reader, rows(), { filter })].length
      const byIndex = coveredCount(store.reader, rows(), filter)

      if (byIndex !== undefined) counted += 1
      expect(byIndex ?? read, EJSON.stringify(filter)).to.equal(read)
    }
    expect(counted).to.be.greaterThan(60)
  })

  it('keeps to skip and limit', () => {
    const all = count(store.reader, rows(), { filter: { o: 'a', s: 'w' } })

    expect(all).to.be.greaterThan(3)
    expect(count(store.reader, rows(), { filter: { o: 'a', s: 'w' }, skip: 1 })).to.equal(all - 1)
    expect(count(store.reader, rows(), { filter: { o: 'a', s: 'w' }, limit: 2 })).to.equal(2)
  })

  it('reads the documents once a field holds several values', async () => {
    await write((target) => void insertDocument(target, encodeDoc({ _id: new ObjectId(), o: ['a', 'b'], s: 'w' })))

    expect(coveredCount(store.reader, rows(), { o: { $in: ['a', 'b'] }, s: 'w' })).to.equal(undefined)
  })
})

function randomDoc(): Doc {
  const fields = Object.entries(values).map(([name, some]) => [name, random.pick<unknown>(some)] as const)
  return { _id: new ObjectId(), ...Object.fromEntries(fields.filter(([, value]) => value !== undefined)) }
}

function randomFilter(): Doc {
  const fields = (['o', 's', 'r'] as const).filter(() => random.chance(0.7))
  return Object.fromEntries(fields.map((name) => [name, randomCondition(name)]))
}

function randomCondition(name: keyof typeof values): unknown {
  const value = (): unknown => random.pick<unknown>(values[name]) ?? null
  const among = () => Array.from({ length: 1 + random.below(3) }, value)
  const ranges = [
    { $gte: value() },
    { $gt: value(), $lte: value() },
    { $lte: value() },
    { $gt: value(), $gte: value() },
  ]
  return random.pick<unknown>([value(), value(), { $in: among() }, { $exists: true }, { $ne: value() }, ...ranges])
}
