import { expect } from 'chai'
import type { mongo } from 'mongoose'
import { openEmbeddedMongo } from '../index.js'
import { Temporary } from '../testing/temporary.js'

const cap = 400_000

describe('a store at its byte cap', function () {
  this.timeout(20_000)
  const temporary = new Temporary()
  let rows: mongo.Collection

  before(async () => {
    const store = await openEmbeddedMongo({ dataDir: temporary.folder(), byteCap: cap })
    temporary.afterwards(() => store.close())
    rows = (await temporary.connect(store.uri)).collection('rows')
  })
  beforeEach(async () => {
    await rows.createIndex({ n: 1 })
    await rows.createIndex({ text: 1 })
  })
  afterEach(() => rows.drop())
  after(() => temporary.clear())

  /** Inserts until it is refused; returns how many went in, and the refusal. */
  async function fill(from = 0): Promise<{ count: number; error: unknown }> {
    for (let n = from; ; n++) {
      try {
        await rows.insertOne({ n, text: 'x'.repeat(3000) })
      } catch (error) {
        return { count: n, error }
      }
    }
  }

  it('refuses what grows with the error of a full disk, and keeps what is there', async () => {
    const { count, error } = await fill()
    const update = await rows.updateOne({ n: 1 }, { $set: { more: 'y'.repeat(50_000) } }).then(
      () => undefined,
      (refused: unknown) => refused,
    )
    const many = await rows.insertMany(Array.from({ length: 50 }, () => ({ text: 'z'.repeat(3000) }))).then(
      () => undefined,
      (refused: unknown) => refused,
    )

    expect(count)
      .to.be.greaterThan(20)
      .and.lessThan(cap / 6000)
    for (const refused of [error, update, many]) expect(refused).to.include({ code: 14031, codeName: 'OutOfDiskSpace' })
    expect(await rows.countDocuments({ n: { $gte: 0 } })).to.equal(count)
    expect(await rows.countDocuments({ text: /^x/ })).to.equal(count)
    expect(await rows.countDocuments({ text: /^z/ })).to.equal(0)
  })

  it('goes on reading and deleting, and writes again once there is room', async () => {
    const { count } = await fill()

    const { deletedCount } = await rows.deleteMany({ n: { $lt: count / 2 } })
    const refilled = await fill(count)

    expect(deletedCount).to.equal(Math.ceil(count / 2))
    expect(refilled.count - count).to.be.greaterThan(count / 4)
    expect(await rows.countDocuments({ n: { $gte: 0 } })).to.equal(refilled.count - deletedCount)
  })

  it('takes with one that does not fit no other of the same commit', async () => {
    await fill()
    await rows.deleteMany({ n: { $lt: 20 } })

    const outcomes = await Promise.allSettled([
      ...Array.from({ length: 10 }, (_, n) => rows.insertOne({ small: n })),
      rows.insertOne({ text: 'y'.repeat(cap) }),
    ])

    expect(outcomes.map(({ status }) => status)).to.deep.equal([
      ...Array.from({ length: 10 }, () => 'fulfilled'),
      'rejected',
    ])
    expect(await rows.countDocuments({ small: { $exists: true } })).to.equal(10)
  })

  it('keeps no index in mind that did not fit', async () => {
    const { count } = await fill()

    const error = await rows.createIndex({ text: -1, n: 1 }).then(
      () => undefined,
      (refused: unknown) => refused,
    )

    expect(error).to.have.property('code', 14031)
    expect((await rows.indexes()).map(({ name }) => name)).to.deep.equal(['_id_', 'n_1', 'text_1'])
    expect(await rows.countDocuments({ text: /^x/ })).to.equal(count)
  })
})
