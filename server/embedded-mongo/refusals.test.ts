/** What MongoDB can do and this store leaves out is refused with an error, never met with a wrong result. */
import { expect } from 'chai'
import type { Connection, mongo } from 'mongoose'
import { testStore } from '../../test/store.js'

describe('what the embedded store leaves out', () => {
  let connection: Connection
  let rows: mongo.Collection

  before(async function () {
    if (process.env.TEST_MONGODB_URI) return this.skip()
    connection = await testStore()
    rows = connection.collection('rows')
    await rows.insertOne({ a: 1, l: [{ b: 1 }] })
  })

  const command = (body: Record<string, unknown>) => () => connection.db!.command(body)
  const refusals: [what: string, run: () => Promise<unknown>, code: number][] = [
    ['$text', () => rows.find({ $text: { $search: 'x' } }).toArray(), 2],
    ['$where', () => rows.find({ $where: 'true' }).toArray(), 2],
    ['geo', () => rows.find({ a: { $near: [1, 1] } }).toArray(), 2],
    ['$mod', () => rows.find({ a: { $mod: [2, 0] } }).toArray(), 2],
    ['hint', () => rows.find({}, { hint: { a: 1 } }).toArray(), 238],
    ['collation', () => rows.find({}, { collation: { locale: 'zh' } }).toArray(), 238],
    ['collation of an update', () => rows.updateOne({}, { $set: { a: 1 } }, { collation: { locale: 'zh' } }), 238],
    ['tailable cursors', () => rows.find({}, { tailable: true }).toArray(), 238],
    ['computed projections', () => rows.find({}, { projection: { x: '$a' } }).toArray(), 238],
    ['$slice in projections', () => rows.find({}, { projection: { l: { $slice: 1 } } }).toArray(), 31325],
    [
      'sort by $meta',
      () =>
        rows
          .find()
          .sort({ s: { $meta: 'textScore' } })
          .toArray(),
      238,
    ],
    ['updates by pipeline', () => rows.updateOne({}, [{ $set: { a: 2 } }]), 238],
    ['$rename', () => rows.updateOne({}, { $rename: { a: 'b' } }), 9],
    ['$currentDate', () => rows.updateOne({}, { $currentDate: { a: true } }), 9],
    [
      '$lookup',
      () => rows.aggregate([{ $lookup: { from: 'x', as: 'y', localField: 'a', foreignField: 'a' } }]).toArray(),
      40324,
    ],
    ['$out', () => rows.aggregate([{ $out: 'x' }]).toArray(), 40324],
    ['$out inside $facet', () => rows.aggregate([{ $facet: { x: [{ $merge: 'y' }] } }]).toArray(), 40324],
    ['a filter that is none at the head of a pipeline', () => rows.aggregate([{ $match: 5 as never }]).toArray(), 2],
    [
      'a filter that is none before counting',
      () => rows.aggregate([{ $match: 5 as never }, { $group: { _id: 1, n: { $sum: 1 } } }]).toArray(),
      2,
    ],
    [
      'a bad filter behind a $unionWith',
      () => rows.aggregate([{ $unionWith: { coll: 'x', pipeline: [{ $match: { a: { $near: 1 } } }] } }]).toArray(),
      2,
    ],
    [
      '$out behind a $unionWith',
      () => rows.aggregate([{ $unionWith: { coll: 'x', pipeline: [{ $out: 'y' }] } }]).toArray(),
      40324,
    ],
    ['change streams', () => rows.watch().next(), 40324],
    ['other accumulators', () => rows.aggregate([{ $group: { _id: 1, x: { $stdDevPop: '$a' } } }]).toArray(), 15952],
    ['other expressions', () => rows.aggregate([{ $addFields: { x: { $sin: '$a' } } }]).toArray(), 168],
    ['text indexes', () => rows.createIndex({ a: 'text' }), 67],
    ['geo indexes', () => rows.createIndex({ a: '2dsphere' }), 67],
    ['hashed indexes', () => rows.createIndex({ a: 'hashed' }), 67],
    ['wildcard indexes', () => rows.createIndex({ '$**': 1 }), 67],
    ['index collation', () => rows.createIndex({ a: 1 }, { collation: { locale: 'zh' } }), 238],
    ['wildcard projections of an index', () => rows.createIndex({ a: 1 }, { wildcardProjection: { b: 1 } }), 197],
    [
      'negation in a partial index',
      () => rows.createIndex({ a: 1 }, { partialFilterExpression: { a: { $ne: 1 } } }),
      67,
    ],
    ['TTL on two fields', () => rows.createIndex({ a: 1, b: 1 }, { expireAfterSeconds: 1 }), 67],
    ['capped collections', () => connection.db!.createCollection('capped', { capped: true, size: 1000 }), 40415],
    ['validators', () => connection.db!.createCollection('checked', { validator: { a: 1 } }), 40415],
    ['views', () => connection.db!.createCollection('view', { viewOn: 'rows' }), 40415],
    ['renaming', () => connection.db!.renameCollection('rows', 'others'), 59],
    ['transactions', command({ find: 'rows', txnNumber: 1, startTransaction: true, autocommit: false }), 20],
    ['snapshot reads', command({ find: 'rows', readConcern: { level: 'snapshot' } }), 123],
    ['waiting for replicas', command({ insert: 'rows', documents: [{}], writeConcern: { w: 2 } }), 2],
    ['explain of an aggregation', command({ explain: { aggregate: 'rows', pipeline: [], cursor: {} } }), 238],
    ['mapReduce', command({ mapReduce: 'rows' }), 59],
    [
      'unknown fields of an update',
      command({ update: 'rows', updates: [{ q: {}, u: { $set: { a: 1 } }, sort: { a: 1 } }] }),
      40415,
    ],
  ]
  for (const [what, run, code] of refusals) {
    it(`refuses ${what} with ${code}`, async () => {
      const error = await run().then(
        () => undefined,
        (refused: unknown) => refused,
      )

      expect(error, 'it was not refused').to.have.property('code', code)
      expect(await rows.find().project({ _id: 0 }).toArray()).to.deep.equal([{ a: 1, l: [{ b: 1 }] }])
    })
  }

  it('gives no sessions, so that nobody believes in a transaction', async () => {
    const error = await connection
      .transaction(async (session) => {
        await rows.insertOne({ a: 2 }, { session })
      })
      .then(
        () => undefined,
        (refused: unknown) => refused,
      )

    expect(error).to.be.instanceOf(Error)
    expect(await rows.countDocuments({ a: 2 })).to.equal(0)
  })

  it('ends a search at its time limit', async () => {
    const many = connection.collection('many')
    await many.insertMany(Array.from({ length: 5000 }, (_, n) => ({ n, text: 'x'.repeat(200) })))

    const error = await many
      .find({ text: /nothing/ })
      .maxTimeMS(1)
      .toArray()
      .then(
        () => undefined,
        (refused: unknown) => refused,
      )

    expect(error).to.include({ code: 50, codeName: 'MaxTimeMSExpired' })
  })
})
