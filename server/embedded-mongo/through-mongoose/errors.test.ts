/** Runs on a real MongoDB as well (TEST_MONGODB_URI), with the same assertions. */
import { expect } from 'chai'
import type mongoose from 'mongoose'
import type { Connection, Model } from 'mongoose'
import { errorOf, openRows, type Row } from '../../../test/builders/stored-rows.js'

describe('collections and errors through mongoose', () => {
  let connection: Connection
  let Rows: Model<Row>

  beforeEach(async () => {
    ;({ connection, Rows } = await openRows())
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
