import { expect } from 'chai'
import { Schema, type Connection } from 'mongoose'
import { testStore } from '../../test/store.js'
import { plainRows } from './plain-rows.js'

interface Row {
  _id: string
  name: string
  tries: number
  tags: string[]
  marks?: string[]
  sealed?: Buffer
  at?: Date
}

const schema = new Schema<Row>(
  {
    _id: String,
    name: { type: String, required: true },
    tries: { type: Number, default: 0 },
    tags: [String],
    marks: { type: [String], default: undefined },
    sealed: Buffer,
    at: Date,
  },
  { strict: 'throw', versionKey: false },
)
schema.index({ name: 1 }, { unique: true })

describe('plain rows', () => {
  let connection: Connection
  const rows = () => plainRows<Row>(connection, 'Plain', schema)
  const insert = (row: Partial<Row>) => rows().create(row as Row)

  beforeEach(async () => {
    connection = await testStore()
    await rows().init()
  })

  it('are objects without methods or a version, with dates, and with buffers of Node', async () => {
    const row = { _id: 'a', name: 'Wang', sealed: Buffer.from('x'), at: new Date(0) }
    const whole = { ...row, tries: 0, tags: [] }

    expect(await insert(row)).to.deep.equal(whole)
    const found = await rows().findOne({ _id: 'a' })
    expect(found).to.deep.equal(whole)
    expect(Object.getPrototypeOf(found)).to.equal(Object.prototype)
    expect(Buffer.isBuffer(found?.sealed)).to.equal(true)
    expect(found?.at).to.be.instanceOf(Date)
  })

  it('come back from changes as they do from reading', async () => {
    await connection.collection('plains').insertOne({ _id: 'old', name: 'Li', sealed: Buffer.from('x') } as never)
    const whole = { _id: 'old', name: 'Li', sealed: Buffer.from('x'), tries: 0, tags: [] }

    const changed = await rows().findOneAndUpdate(
      { _id: 'old' },
      { $set: { at: new Date(0) } },
      { returnDocument: 'after' },
    )
    const gone = await rows().findOneAndDelete({ _id: 'old' })

    expect([changed, gone]).to.deep.equal(Array(2).fill({ ...whole, at: new Date(0) }))
    expect(await rows().findOne({ _id: 'old' })).to.equal(null)
  })

  it('have their defaults also when they were stored before the field existed, but not beside chosen fields', async () => {
    await connection.collection('plains').insertOne({ _id: 'old', name: 'Li' } as never)

    expect(await rows().find({ name: 'Li' })).to.deep.equal([{ _id: 'old', name: 'Li', tries: 0, tags: [] }])
    expect(await rows().findOne({ _id: 'old' }, 'name')).to.deep.equal({ _id: 'old', name: 'Li' })
  })

  it('are not stored when their shape is wrong', async () => {
    const refused = await insert({ _id: 'a' }).catch(String)

    expect(refused).to.equal('Error: a row cannot be stored: name is missing')
    expect(await rows().countDocuments({})).to.equal(0)
  })

  it('are found and changed by values as text: a filter and an update are cast', async () => {
    await insert({ _id: 'a', name: 'Wang', at: new Date(0) })

    await rows().updateOne({ at: '1970-01-01T00:00:00.000Z' }, { $set: { at: '1970-01-02T00:00:00.000Z' } })

    expect((await rows().findOne({ _id: 'a' }))?.at).to.deep.equal(new Date(86_400_000))
  })
})
