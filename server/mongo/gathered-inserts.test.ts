import { expect } from 'chai'
import mongoose, { type Connection } from 'mongoose'
import { testStore } from '../../test/store.js'
import { isDuplicateKey } from './duplicate-key.js'
import { insertTogether } from './gathered-inserts.js'
import { isStoreAway, isStoreFull } from './store-errors.js'

type Collection = mongoose.mongo.Collection

const { mongo } = mongoose
const outcome = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'saved',
    (error: unknown) => error,
  )

describe('inserts of one moment', () => {
  let collection: Collection
  const insert = (row: object) => outcome(insertTogether(collection, row))
  const stored = async () => (await collection.find({}).sort({ _id: 1 }).toArray()).map(({ _id }) => String(_id))

  beforeEach(async () => {
    const connection: Connection = await testStore()
    collection = connection.db!.collection('gathered')
    await collection.createIndex({ name: 1 }, { unique: true })
  })

  it('go in one command', async () => {
    const sizes: number[] = []
    const insertMany = collection.insertMany.bind(collection)
    collection.insertMany = (rows: object[], ...rest: []) => (sizes.push(rows.length), insertMany(rows, ...rest))

    await Promise.all(['a', 'b', 'c'].map((name) => insert({ _id: name, name })))
    await insert({ _id: 'd', name: 'd' })

    expect(sizes).to.deep.equal([3])
    expect(await stored()).to.deep.equal(['a', 'b', 'c', 'd'])
  })

  it('tell only the caller whose key was taken, and which', async () => {
    await insert({ _id: 'first', name: 'taken' })

    const [one, two, three, four] = await Promise.all(
      [
        { _id: 'a', name: 'A' },
        { _id: 'b', name: 'taken' },
        { _id: 'c', name: 'C' },
        { _id: 'a', name: 'D' },
      ].map(insert),
    )

    expect([one, three]).to.deep.equal(['saved', 'saved'])
    expect([two, four].map(isDuplicateKey)).to.deep.equal([true, true])
    expect([two, four].map((error) => (error as { keyPattern: object }).keyPattern)).to.deep.equal([
      { name: 1 },
      { _id: 1 },
    ])
    expect(await stored()).to.deep.equal(['a', 'c', 'first'])
  })

  const circle: Record<string, unknown> = { _id: 'bad', name: 'bad' }
  circle.itself = circle
  const unsendable: [string, object][] = [
    ['is too large', { _id: 'bad', name: 'bad', content: Buffer.alloc(17_000_000) }],
    ['cannot be written', circle],
  ]
  for (const [why, bad] of unsendable)
    it(`are not lost beside one that ${why}`, async () => {
      const [one, two, three] = await Promise.all([{ _id: 'a', name: 'a' }, bad, { _id: 'b', name: 'b' }].map(insert))

      expect([one, three]).to.deep.equal(['saved', 'saved'])
      expect(two).to.be.instanceOf(Error)
      expect(isStoreAway(two)).to.equal(false)
      expect(await stored()).to.deep.equal(['a', 'b'])
    })

  it('are told only when the store has said that it has them', async () => {
    let acknowledge = (): void => {}
    const acknowledged = new Promise<void>((resolve) => (acknowledge = resolve))
    const insertMany = collection.insertMany.bind(collection)
    collection.insertMany = async (...given: [object[]]) => {
      const result = await insertMany(...given)
      await acknowledged
      return result
    }
    const told: unknown[] = []

    const both = ['a', 'b'].map(async (name) => told.push(await insert({ _id: name, name })))
    while ((await stored()).length < 2) await new Promise(setImmediate)

    expect(told).to.deep.equal([])
    acknowledge()
    await Promise.all(both)
    expect(told).to.deep.equal(['saved', 'saved'])
  })

  const everybodys: [string, Error, (error: unknown) => boolean][] = [
    ['a lost connection', new mongo.MongoNetworkError('read ECONNRESET'), isStoreAway],
    ['a store that shuts down', new mongo.MongoServerError({ message: 'shutting down', code: 91 }), isStoreAway],
    ['a store without room', new mongo.MongoServerError({ message: 'no room', code: 14031 }), isStoreFull],
  ]
  for (const [name, cause, isThat] of everybodys)
    it(`all hear of ${name}, and none is sent again: nobody knows what was written`, async () => {
      let sent = 0
      collection.insertMany = () => {
        sent += 1
        return Promise.reject(bulkError(cause))
      }
      collection.insertOne = () => Promise.reject(new Error('sent again'))

      const heard = await Promise.all(['a', 'b'].map((name) => insert({ _id: name, name })))

      expect(heard.map(isThat)).to.deep.equal([true, true])
      expect(sent).to.equal(1)
    })

  it('all hear when the store took them but cannot promise to keep them', async () => {
    const concern = { message: 'waiting for replication timed out', code: 64, writeErrors: [] }
    collection.insertMany = () => Promise.reject(bulkError(concern))

    const heard = await Promise.all(['a', 'b'].map((name) => insert({ _id: name, name })))

    expect(heard.map((error) => (error as { code: number }).code)).to.deep.equal([64, 64])
  })
})

/** The driver wraps whatever ends a command of many. */
const bulkError = (error: object) => new mongo.MongoBulkWriteError(error as never, {} as never)
