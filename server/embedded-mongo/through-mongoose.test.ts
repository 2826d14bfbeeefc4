/** What our stores do with mongoose, over the wire. Runs on a real MongoDB as well (TEST_MONGODB_URI), with the same assertions. */
import { expect } from 'chai'
import mongoose, { Schema, type Connection, type Model } from 'mongoose'
import { testStore } from '../../test/store.js'

interface Row {
  orgId: string
  code?: string
  status: string
  n: number
  tags: string[]
  at?: Date
  leaseUntil?: Date
  answers: { key: string; score?: number; text?: string }[]
  sealed?: Buffer
}

const schema = new Schema<Row>(
  {
    orgId: { type: String, required: true },
    code: String,
    status: { type: String, default: 'queued' },
    n: { type: Number, default: 0 },
    tags: [String],
    at: Date,
    leaseUntil: Date,
    sealed: Buffer,
    answers: [{ _id: false, key: String, score: Number, text: String }],
  },
  { timestamps: true },
)
schema.index({ orgId: 1, code: 1 }, { unique: true, partialFilterExpression: { status: { $in: ['queued', 'sent'] } } })
schema.index({ status: 1, at: -1 })
schema.index({ tags: 1 })
schema.index({ 'answers.key': 1 }, { sparse: true })
schema.index({ leaseUntil: 1 }, { expireAfterSeconds: 3600 })

async function errorOf(work: Promise<unknown>): Promise<mongoose.mongo.MongoServerError> {
  try {
    await work
  } catch (error) {
    return error as mongoose.mongo.MongoServerError
  }
  throw new Error('nothing was refused')
}

describe('a store through mongoose', () => {
  let connection: Connection
  let Rows: Model<Row>

  beforeEach(async () => {
    connection = await testStore()
    Rows = connection.model<Row>('Row', schema)
    await Rows.init()
  })

  it('keeps a document as it was, with 4-byte characters and bytes', async () => {
    const made = await Rows.create({
      orgId: 'o1',
      code: '王😀𠮷',
      at: new Date(5),
      tags: ['a'],
      sealed: Buffer.from([0, 255]),
      answers: [{ key: 'q1', text: '' }],
    })

    const found = await Rows.findById(made._id).lean()

    expect(found).to.deep.include({
      orgId: 'o1',
      code: '王😀𠮷',
      status: 'queued',
      n: 0,
      at: new Date(5),
      tags: ['a'],
      answers: [{ key: 'q1', text: '' }],
    })
    expect(
      found?.sealed?.toString('hex') ??
        Buffer.from((found?.sealed as unknown as mongoose.mongo.Binary).buffer).toString('hex'),
    ).to.equal('00ff')
  })

  it('saves changes of a loaded document, and refuses the save of a stale one', async () => {
    const row = await Rows.create({ orgId: 'o1', tags: ['a'], answers: [{ key: 'q1' }, { key: 'q2' }] })
    const stale = await Rows.findById(row._id)
    row.tags.push('b')
    row.answers.splice(0, 1)
    await row.save()

    stale!.answers[1]!.text = 'late'
    stale!.markModified('answers')
    const error = await errorOf(stale!.save())

    expect((await Rows.findById(row._id).lean())?.answers).to.deep.equal([{ key: 'q2' }])
    expect(error.name).to.equal('VersionError')
  })

  it('refuses a second document under a unique index, and says which', async () => {
    await Rows.create({ orgId: 'o1', code: 'A' })

    const error = await errorOf(Rows.create({ orgId: 'o1', code: 'A', status: 'sent' }))

    expect(error.code).to.equal(11000)
    expect(error.keyPattern).to.deep.equal({ orgId: 1, code: 1 })
    expect(error.keyValue).to.deep.equal({ orgId: 'o1', code: 'A' })
    expect(error.message).to.match(
      /^E11000 duplicate key error collection: .*\.rows index: orgId_1_code_1 dup key: \{ orgId: "o1", code: "A" \}/,
    )
  })

  it('holds a partial unique index to the documents it covers', async () => {
    await Rows.create({ orgId: 'o1', code: 'A', status: 'revoked' })
    await Rows.create({ orgId: 'o1', code: 'A', status: 'revoked' })
    const live = await Rows.create({ orgId: 'o1', code: 'A' })
    const other = await Rows.create({ orgId: 'o1', code: 'A', status: 'expired' })

    const error = await errorOf(Rows.updateOne({ _id: other._id }, { $set: { status: 'sent' } }))
    await Rows.updateOne({ _id: live._id }, { $set: { status: 'revoked' } })
    await Rows.updateOne({ _id: other._id }, { $set: { status: 'sent' } })

    expect(error.code).to.equal(11000)
    expect((await Rows.findById(other._id))?.status).to.equal('sent')
  })

  it('claims each document once, however many ask at the same time', async () => {
    await Rows.insertMany(Array.from({ length: 20 }, (_, n) => ({ orgId: 'o1', n, code: `c${n}` })))

    const claims = await Promise.all(
      Array.from({ length: 40 }, () =>
        Rows.findOneAndUpdate(
          { status: 'queued' },
          { $set: { status: 'sending' }, $inc: { n: 100 } },
          { sort: { n: 1 }, returnDocument: 'after' },
        ),
      ),
    )

    const claimed = claims.filter((row) => row !== null)
    expect(new Set(claimed.map((row) => row.code)).size).to.equal(20)
    expect(claimed.map((row) => row.n).sort((a, b) => a - b)).to.deep.equal(
      Array.from({ length: 20 }, (_, n) => n + 100),
    )
  })

  it('gives the document before or after, what was removed, or null', async () => {
    await Rows.create({ orgId: 'o1', code: 'A', n: 1 })

    expect(
      await Rows.findOneAndUpdate(
        { code: 'A' },
        { $inc: { n: 1 } },
        { returnDocument: 'before', projection: { n: 1 } },
      ).lean(),
    )
      .to.have.all.keys('_id', 'n')
      .and.include({ n: 1 })
    expect(await Rows.findOneAndUpdate({ code: 'B' }, { $inc: { n: 1 } })).to.equal(null)
    expect(
      (await Rows.findOneAndReplace({ code: 'A' }, { orgId: 'o1', code: 'C' }, { returnDocument: 'after' }))?.code,
    ).to.equal('C')
    expect((await Rows.findOneAndDelete({ code: 'C' }))?.code).to.equal('C')
    expect(await Rows.findOneAndDelete({ code: 'C' })).to.equal(null)
  })

  it('inserts by upsert once, and updates after that', async () => {
    const upsert = (): Promise<mongoose.UpdateWriteOpResult> =>
      Rows.updateOne(
        { orgId: 'o1', code: { $eq: 'A' } },
        { $setOnInsert: { status: 'sent' }, $inc: { n: 1 } },
        { upsert: true },
      )

    const first = await upsert()
    const second = await upsert()

    expect(first).to.include({ matchedCount: 0, upsertedCount: 1 })
    expect(second).to.include({ matchedCount: 1, modifiedCount: 1, upsertedCount: 0 })
    expect(await Rows.findById(first.upsertedId).lean()).to.include({ orgId: 'o1', code: 'A', status: 'sent', n: 2 })
  })

  it('counts what matched and what changed', async () => {
    await Rows.insertMany(
      [1, 2, 3].map((n) => ({ orgId: 'o1', n, code: String(n) })),
      { lean: false },
    )
    const rows = Rows.collection as unknown as mongoose.mongo.Collection

    expect(await rows.updateMany({ n: { $gte: 2 } }, { $set: { n: 3 } })).to.include({
      matchedCount: 2,
      modifiedCount: 1,
    })
    expect(await Rows.deleteMany({ n: 3 })).to.include({ deletedCount: 2 })
    expect(await Rows.deleteOne({ n: 9 })).to.include({ deletedCount: 0 })
  })

  it('stops ordered inserts at the first refusal, and goes on when unordered', async () => {
    const batch = [{ _id: 1 }, { _id: 1 }, { _id: 2 }] as never[]

    const ordered = await errorOf(connection.collection('a').insertMany(batch))
    const unordered = await errorOf(connection.collection('b').insertMany(batch, { ordered: false }))

    expect([ordered.code, unordered.code]).to.deep.equal([11000, 11000])
    expect(await connection.collection('a').distinct('_id')).to.deep.equal([1])
    expect(await connection.collection('b').distinct('_id')).to.deep.equal([1, 2])
  })

  it('leaves every document whole when an update of many fails half-way', async () => {
    await Rows.insertMany([
      { orgId: 'o1', n: 1, code: 'A' },
      { orgId: 'o1', n: 2, code: 'B' },
      { orgId: 'o1', n: 3, code: 'C' },
    ])

    const error = await errorOf(Rows.updateMany({}, { $set: { code: 'X' }, $inc: { n: 10 } }))

    expect(error.code).to.equal(11000)
    expect(await Rows.countDocuments({ code: 'X', n: { $gt: 10 } })).to.equal(1)
    expect(await Rows.countDocuments({ code: { $in: ['B', 'C'] }, n: { $lt: 10 } })).to.equal(2)
    expect(await Rows.countDocuments({ orgId: 'o1', code: 'X' })).to.equal(1)
  })

  it('sorts, skips, limits and projects, by index and without', async () => {
    await Rows.insertMany(
      Array.from({ length: 30 }, (_, n) => ({ orgId: 'o1', n: n % 5, code: `c${n}`, at: new Date(n * 1000) })),
    )

    const newest = await Rows.find({ status: 'queued' }).sort({ at: -1 }).limit(2).select('code -_id').lean()
    const page = await Rows.find({ at: { $gte: new Date(10_000) } })
      .sort({ n: 1, code: -1 })
      .skip(1)
      .limit(2)
      .select({ code: 1, n: 1, _id: 0 })
      .lean()

    expect(newest).to.deep.equal([{ code: 'c29' }, { code: 'c28' }])
    expect(page).to.deep.equal([
      { code: 'c20', n: 0 },
      { code: 'c15', n: 0 },
    ])
  })

  it('finds an array whose elements meet two bounds of two types, also by a descending index', async () => {
    const rows = connection.collection('mixed')
    await rows.createIndex({ c: -1 })
    await rows.insertMany([{ c: ['ab', 3] }, { c: ['ab', 9] }, { c: 3 }])

    expect(
      await rows
        .find({ c: { $gte: 'a', $lte: 4 } } as never)
        .project({ _id: 0 })
        .toArray(),
    ).to.deep.equal([{ c: ['ab', 3] }])
  })

  it('gives large results through a cursor, batch by batch', async () => {
    await Rows.insertMany(Array.from({ length: 500 }, (_, n) => ({ orgId: 'o1', n, code: `c${n}` })))

    const seen: number[] = []
    for await (const row of Rows.find().sort({ n: 1 }).batchSize(60).cursor()) seen.push(row.n)

    expect(seen).to.deep.equal(Array.from({ length: 500 }, (_, n) => n))
    expect(await Rows.find({ n: { $lt: 300 } }).lean()).to.have.length(300)
  })

  it('finds through arrays, and changes the element it found', async () => {
    const row = await Rows.create({
      orgId: 'o1',
      tags: ['x', 'y'],
      answers: [
        { key: 'q1', score: 1 },
        { key: 'q2', score: 2 },
      ],
    })

    await Rows.updateOne({ _id: row._id, 'answers.key': 'q2' }, { $set: { 'answers.$.text': 'b' } })
    await Rows.updateOne(
      { _id: row._id },
      { $inc: { 'answers.$[low].score': 10 } },
      { arrayFilters: [{ 'low.score': { $lt: 2 } }] },
    )
    await Rows.updateOne({ _id: row._id }, { $push: { tags: { $each: ['z', 'w'], $slice: -3 } } })

    const found = await Rows.findOne({
      tags: { $all: ['y', 'w'] },
      answers: { $elemMatch: { key: 'q1', score: { $gt: 10 } } },
    }).lean()
    expect(found?.answers.map(({ key, score, text }) => [key, score, text])).to.deep.equal([
      ['q1', 11, undefined],
      ['q2', 2, 'b'],
    ])
    expect(found?.tags).to.deep.equal(['y', 'z', 'w'])
  })

  it('aggregates', async () => {
    await Rows.insertMany(
      Array.from({ length: 12 }, (_, n) => ({
        orgId: n % 2 ? 'o1' : 'o2',
        n,
        code: `c${n}`,
        tags: n % 3 ? ['a', 'b'] : [],
      })),
    )

    const groups = await Rows.aggregate([
      { $match: { n: { $gte: 2 } } },
      {
        $group: {
          _id: '$orgId',
          count: { $sum: 1 },
          total: { $sum: '$n' },
          mean: { $avg: '$n' },
          least: { $min: '$n' },
          codes: { $addToSet: '$orgId' },
        },
      },
      { $sort: { _id: 1 } },
    ])
    const unwound = await Rows.aggregate([
      { $unwind: '$tags' },
      { $sortByCount: '$tags' },
      { $project: { count: 1, tag: '$_id', _id: 0 } },
      { $sort: { tag: 1 } },
    ])
    const [facets] = await Rows.aggregate([
      {
        $facet: {
          total: [{ $count: 'n' }],
          first: [{ $sort: { n: -1 } }, { $limit: 1 }, { $project: { n: 1, _id: 0 } }],
          none: [{ $match: { n: 99 } }, { $count: 'n' }],
        },
      },
    ])
    const computed = await Rows.aggregate([
      { $match: { code: 'c4' } },
      { $addFields: { 'extra.double': { $multiply: ['$n', 2] } } },
      { $unset: ['tags', 'answers'] },
      { $project: { extra: 1, _id: 0 } },
    ])

    expect(groups).to.deep.equal([
      { _id: 'o1', count: 5, total: 35, mean: 7, least: 3, codes: ['o1'] },
      { _id: 'o2', count: 5, total: 30, mean: 6, least: 2, codes: ['o2'] },
    ])
    expect(unwound).to.deep.equal([
      { count: 8, tag: 'a' },
      { count: 8, tag: 'b' },
    ])
    expect(facets).to.deep.equal({ total: [{ n: 12 }], first: [{ n: 11 }], none: [] })
    expect(computed).to.deep.equal([{ extra: { double: 8 } }])
  })

  it('counts and lists distinct values', async () => {
    await Rows.insertMany([
      { orgId: 'o1', n: 2, tags: ['b', 'a'], code: '1' },
      { orgId: 'o1', n: 1, tags: ['a'], code: '2' },
    ])

    expect(await Rows.countDocuments({ tags: 'a' })).to.equal(2)
    expect(await Rows.countDocuments({ tags: 'a' }, { limit: 1 })).to.equal(1)
    expect(await Rows.countDocuments({ tags: 'none' })).to.equal(0)
    expect(await Rows.estimatedDocumentCount()).to.equal(2)
    expect(await Rows.distinct('tags')).to.deep.equal(['a', 'b'])
    expect(await Rows.distinct('n', { n: { $gt: 1 } })).to.deep.equal([2])
    expect(await Rows.exists({ n: 5 })).to.equal(null)
  })

  it('runs a bulk of mixed writes', async () => {
    const result = await Rows.bulkWrite([
      { insertOne: { document: { orgId: 'o1', code: 'A', n: 1 } as never } },
      { updateOne: { filter: { code: 'A' }, update: { $inc: { n: 1 } } as never } },
      { updateOne: { filter: { code: 'B' }, update: { $set: { orgId: 'o1' } } as never, upsert: true } },
      { deleteOne: { filter: { code: 'A', n: 2 } } },
    ])

    expect(result).to.include({ insertedCount: 1, modifiedCount: 1, upsertedCount: 1, deletedCount: 1 })
    expect(await Rows.distinct('code')).to.deep.equal(['B'])
  })

  it('knows its indexes again, and drops them', async () => {
    expect(await Rows.diffIndexes()).to.deep.equal({ toDrop: [], toCreate: [] })
    await Rows.createIndexes()
    await Rows.collection.dropIndex('tags_1')

    const names = (await Rows.collection.indexes()).map(({ name }) => name)
    expect(names).to.deep.equal(['_id_', 'orgId_1_code_1', 'status_1_at_-1', 'answers.key_1', 'leaseUntil_1'])
    expect((await errorOf(Rows.collection.dropIndex('tags_1'))).codeName).to.equal('IndexNotFound')
    expect((await errorOf(Rows.collection.createIndex({ at: 1 }, { name: 'leaseUntil_1' }))).codeName).to.equal(
      'IndexKeySpecsConflict',
    )
  })

  it('refuses a unique index over documents that break it, and keeps none of it', async () => {
    await Rows.collection.insertMany([{ k: 1 }, { k: 2 }, { k: 1 }] as never[])

    expect((await errorOf(Rows.collection.createIndex({ k: 1 }, { unique: true }))).code).to.equal(11000)
    await Rows.collection.insertOne({ k: 2 })

    expect(await Rows.countDocuments({ k: 2 } as never)).to.equal(2)
  })

  it('answers errors with the code and name of MongoDB', async () => {
    await Rows.create({ orgId: 'o1', code: 'A', tags: ['x'] })
    const rows = Rows.collection as unknown as mongoose.mongo.Collection

    const refusals: [() => Promise<unknown>, number, string][] = [
      [() => rows.find({ a: { $nonsense: 1 } }).toArray(), 2, 'BadValue'],
      [() => rows.updateOne({}, { $nonsense: { a: 1 } }), 9, 'FailedToParse'],
      [() => rows.updateOne({ code: 'A' }, { $inc: { code: 1 } }), 14, 'TypeMismatch'],
      [() => rows.updateOne({ code: 'A' }, { $set: { _id: 5 } }), 66, 'ImmutableField'],
      [() => rows.updateOne({ code: 'A' }, { $set: { 'code.x': 1 } }), 28, 'PathNotViable'],
      [() => rows.updateOne({ code: 'A' }, { $set: { n: 1 }, $inc: { n: 1 } }), 40, 'ConflictingUpdateOperators'],
      [() => rows.aggregate([{ $nonsense: 1 }]).toArray(), 40324, 'Location40324'],
      [() => rows.aggregate([{ $project: { x: { $nonsense: 1 } } }]).toArray(), 31325, 'Location31325'],
      [() => rows.aggregate([{ $group: { _id: 1, x: { $nonsense: 1 } } }]).toArray(), 15952, 'Location15952'],
      [() => connection.db!.command({ nonsense: 1 }), 59, 'CommandNotFound'],
      [() => connection.db!.command({ find: 'rows', nonsense: 1 }), 40415, 'Location40415'],
    ]
    for (const [refused, code, name] of refusals) {
      const error = await errorOf(refused())
      expect(error.code, name).to.equal(code)
      if (error.codeName !== undefined) expect(error.codeName).to.equal(name)
    }
  })

  it('drops collections and databases', async () => {
    await Rows.create({ orgId: 'o1' })
    await connection.dropCollection('rows')
    expect(await Rows.countDocuments()).to.equal(0)

    await connection.collection('other').insertOne({})
    await connection.dropDatabase()
    expect(await connection.db!.listCollections().toArray()).to.deep.equal([])
  })
})
