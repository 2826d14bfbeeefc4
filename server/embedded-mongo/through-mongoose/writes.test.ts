/** Runs on a real MongoDB as well (TEST_MONGODB_URI), with the same assertions. */
import { expect } from 'chai'
import type mongoose from 'mongoose'
import type { Connection, Model } from 'mongoose'
import { errorOf, openRows, type Row } from '../../../test/builders/stored-rows.js'

describe('what is written through mongoose', () => {
  let connection: Connection
  let Rows: Model<Row>

  beforeEach(async () => {
    ;({ connection, Rows } = await openRows())
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
})
