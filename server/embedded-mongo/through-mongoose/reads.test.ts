/** Runs on a real MongoDB as well (TEST_MONGODB_URI), with the same assertions. */
import { expect } from 'chai'
import type { Connection, Model } from 'mongoose'
import { openRows, type Row } from '../../../test/builders/stored-rows.js'

describe('what is read through mongoose', () => {
  let connection: Connection
  let Rows: Model<Row>

  beforeEach(async () => {
    ;({ connection, Rows } = await openRows())
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

  it('joins other collections at the end, each with a pipeline of its own', async () => {
    const [left, right] = [connection.collection('left'), connection.collection('right')]
    await left.insertMany([{ n: 1 }, { n: 2 }])
    await right.insertMany([{ n: 2 }, { n: 3 }, { n: 4 }])
    const n = { $project: { _id: 0, n: 1 } }

    const joined = await left
      .aggregate([
        { $match: { n: 1 } },
        { $unionWith: { coll: 'right', pipeline: [{ $match: { n: { $gte: 3 } } }, { $limit: 1 }] } },
        { $unionWith: { coll: 'nowhere', pipeline: [n] } },
        n,
        { $unionWith: 'right' },
        { $match: { n: { $ne: 2 } } },
        n,
      ])
      .toArray()

    expect(joined).to.deep.equal([{ n: 1 }, { n: 3 }, { n: 3 }, { n: 4 }])
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
})
