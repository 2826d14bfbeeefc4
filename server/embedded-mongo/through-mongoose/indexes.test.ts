/** Runs on a real MongoDB as well (TEST_MONGODB_URI), with the same assertions. */
import { expect } from 'chai'
import type { Model } from 'mongoose'
import { errorOf, openRows, type Row } from '../../../test/builders/stored-rows.js'

describe('indexes through mongoose', () => {
  let Rows: Model<Row>

  beforeEach(async () => {
    ;({ Rows } = await openRows())
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

  it('explains through which index it looks, in which order, and how much it reads', async () => {
    await Rows.create([1, 2, 3].map((n) => ({ orgId: 'o1', code: `C${n}`, status: 'sent', at: new Date(n) })))
    const looks = async (command: object) => {
      const { queryPlanner, executionStats } = await Rows.db.db!.command({ explain: command })
      const { totalDocsExamined, nReturned } = executionStats as Record<string, number>
      return { plan: JSON.stringify(queryPlanner.winningPlan), totalDocsExamined, nReturned }
    }
    const name = Rows.collection.name
    const unique = await looks({ find: name, filter: { status: 'sent', at: new Date(2) } })
    const whole = await looks({ find: name, filter: { unknown: 1 } })
    const updated = await looks({
      update: name,
      updates: [{ q: { status: 'sent', at: new Date(1) }, u: { $set: { status: 'x' } } }],
    })
    const claimed = await looks({ findAndModify: name, query: { status: 'sent' }, sort: { at: -1 }, remove: true })

    expect(unique.plan).to.contain('"IXSCAN"').and.to.contain('status_1_at_-1')
    expect(unique).to.include({ totalDocsExamined: 1, nReturned: 1 })
    expect(whole.plan).to.contain('COLLSCAN')
    expect(whole).to.include({ totalDocsExamined: 3, nReturned: 0 })
    expect(updated).to.include({ totalDocsExamined: 1, nReturned: 1 })
    expect(claimed.plan).to.contain('status_1_at_-1').and.not.to.contain('SORT')
    expect(await Rows.countDocuments({ status: 'sent' })).to.equal(3)
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
})
