/** An update that copies and re-indexes only what it touches leaves the same bytes and entries as one that does so with everything. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Double, EJSON, Int32, Long } from 'bson'
import { expect } from 'chai'
import { copyOf, decode, decodeExact, encodeDoc, type Doc } from '../doc.js'
import { MongoError } from '../errors.js'
import { openLibsqlStore } from '../store/libsql-store.js'
import { randomFields } from '../testing/random-documents.js'
import { seededRandom, type Random } from '../testing/random.js'
import { compileUpdate } from '../update/apply-update.js'
import { retype } from '../update/numbers.js'
import { Catalog, rangeOf } from './catalog.js'
import { createIndex } from './create-index.js'
import { find } from './find.js'
import { entriesOf } from './index-entries.js'
import { parseIndexSpec } from './index-spec.js'
import { updateDocuments } from './update.js'
import { insertDocument, type Hit, type Target } from './write-document.js'

const rounds = Number(process.env.FUZZ_ROUNDS ?? 150)
const seed = Number(process.env.FUZZ_SEED ?? 20261129)

const indexes = [
  { key: { a: 1 }, name: 'a' },
  { key: { n: 1, b: -1 }, name: 'n, b' },
  { key: { 'n.k': 1 }, name: 'n.k', sparse: true },
  { key: { b: 1 }, name: 'b where c', partialFilterExpression: { c: { $gt: 2 } } },
  { key: { b: 1, _id: 1 }, name: 'b where n.k', partialFilterExpression: { 'n.k': { $exists: true } }, unique: true },
]

const edges = [2 ** 31 - 1, -(2 ** 31), 2 ** 31, 2 ** 53, 0.5, -0.5, -0, NaN, Infinity]

function randomNumber(random: Random): unknown {
  const value = random.chance(0.4) ? random.pick(edges) : random.below(5)
  const makers = [
    () => value,
    () => new Double(value),
    () => new Int32(random.below(9)),
    () => Long.fromNumber(random.below(9)),
  ]
  return random.pick(makers)()
}

/** Holds 32-bit integers and fractions only: no number type is hidden. */
function randomPlainDocument(random: Random): Doc {
  const number = (): number => random.pick([2 ** 31 - 1, 0.5, -0.5, random.below(5)])
  return { x: number(), y: number(), list: [number(), { z: number() }], c: random.below(5), n: { k: number() } }
}

function randomDocument(random: Random): Doc {
  if (random.chance(0.3)) return randomPlainDocument(random)
  const doc = randomFields(random)
  for (const field of ['x', 'y']) if (random.chance(0.7)) doc[field] = randomNumber(random)
  if (random.chance(0.4)) doc.list = [randomNumber(random), { z: randomNumber(random) }]
  return doc
}

function randomUpdate(random: Random): Doc {
  const number = (): unknown => randomNumber(random)
  const makers: (() => Doc)[] = [
    () => ({ $inc: { x: number() } }),
    () => ({ $inc: { x: random.pick([1, -1, 0.5]), 'list.0': 1 } }),
    () => ({ $max: { y: number() }, $min: { x: number() } }),
    () => ({ $set: { 'n.k': number() }, $unset: { a: 1 } }),
    () => ({ $set: { c: random.below(5) } }),
    () => ({ $set: { a: number() }, $push: { list: number() } }),
    () => ({ $set: { 'list.$[one].z': number() } }),
    () => ({ $unset: { 'n.k': 1, c: 1 } }),
    () => randomDocument(random),
  ]
  return random.pick(makers)()
}

describe('an update that copies and re-indexes only what it touches', () => {
  it(`leaves what one of everything would (FUZZ_SEED=${seed}, ${rounds} rounds)`, async function () {
    this.timeout(20_000 + rounds * 100)
    const folder = mkdtempSync(join(tmpdir(), 'updates-'))
    const store = openLibsqlStore({ path: join(folder, 'data.sqlite') })
    const catalog = new Catalog(store.reader)
    const random = seededRandom(seed)
    const outcomes = { written: 0, refused: 0 }
    try {
      const inTarget = (run: (target: Target) => void): Promise<void> =>
        store.write({ run: (writer) => run({ writer, catalog, collection: catalog.findOrCreate(writer, 't.rows') }) })
      await inTarget((target) => {
        for (const spec of indexes) createIndex(target, parseIndexSpec(spec))
      })
      for (let _id = 0; _id < rounds; _id++) await inTarget((target) => oneRound(target, _id, { random, outcomes }))
      await inTarget(checkEntries)
    } finally {
      await store.close()
      rmSync(folder, { recursive: true })
    }
    expect(outcomes.written).to.be.greaterThan(rounds)
    expect(outcomes.refused).to.be.greaterThan(0)
  })
})

function oneRound(
  target: Target,
  _id: number,
  { random, outcomes }: { random: Random; outcomes: { written: number; refused: number } },
): void {
  if (!tried(() => insertDocument(target, encodeDoc({ _id, ...randomDocument(random) })))) return
  for (let n = 0; n < 4; n++) {
    const update = decode(encodeDoc(randomUpdate(random)))
    const arrayFilters = JSON.stringify(update).includes('$[one]') ? [{ 'one.z': { $exists: true } }] : undefined
    const [before] = hitsOf(target, _id)
    const shown = EJSON.stringify(before?.doc)
    let expected: Buffer | undefined
    const fits =
      tried(() => (expected = ofEverything(before!, update, arrayFilters))) &&
      tried(() => updateDocuments(target, { filter: { _id }, update, arrayFilters }))
    if (!fits) outcomes.refused++
    else {
      outcomes.written++
      const [after] = hitsOf(target, _id)
      const what = `${shown} by ${EJSON.stringify(update)}`
      expect(EJSON.stringify(decodeExact(after!.raw), { relaxed: false }), what).to.equal(
        EJSON.stringify(decodeExact(expected!), { relaxed: false }),
      )
    }
    expect(EJSON.stringify(before?.doc), 'what was found is never changed in place').to.equal(shown)
  }
}

const hitsOf = (target: Target, _id: number): Hit[] => [...find(target.writer, target.collection, { filter: { _id } })]

function ofEverything({ doc, raw }: Hit, update: Doc, arrayFilters: unknown): Buffer {
  const next = compileUpdate(update, { _id: doc._id }, arrayFilters).apply(copyOf(doc), false)
  return encodeDoc(retype(next, decodeExact(raw)) as Doc)
}

function tried(run: () => unknown): boolean {
  try {
    run()
    return true
  } catch (error) {
    if (error instanceof MongoError) return false
    throw error
  }
}

function checkEntries({ writer, collection }: Target): void {
  const hits = [...find(writer, collection, { filter: {} })]
  for (const index of collection.indexes) {
    const built = hits.flatMap(({ doc, id }) => entriesOf(index, doc, id).entries.map(({ key }) => key.toString('hex')))
    const held = [...writer.scan(rangeOf(index.prefix))].map(([key]) => key.toString('hex'))
    expect(held, index.spec.name).to.deep.equal(built.sort())
  }
}
