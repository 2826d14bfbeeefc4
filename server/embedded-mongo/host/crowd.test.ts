import { expect } from 'chai'
import mongoose from 'mongoose'
import { startStoreProcess, type StoreProcess } from '../testing/store-process.js'
import { Temporary, until } from '../testing/temporary.js'

const crowd = Number(process.env.CROWD ?? 5)

describe('many that open an empty folder at the same time', function () {
  this.timeout(30_000 + crowd * 10_000)
  const temporary = new Temporary()
  afterEach(() => temporary.clear())

  it(`all come up, each with an owner that serves, while the owner is killed again and again (CROWD=${crowd})`, async () => {
    const dataDir = temporary.folder()
    const openers = new Set(Array.from({ length: crowd }, () => startStoreProcess(dataDir)))
    for (const opener of openers) temporary.afterwards(async () => (await opener).kill())
    const started = [...openers]

    for (let turn = 0; turn < crowd; turn++) {
      const { opener, store } = await Promise.race([...openers].map(whenItOwns))
      await insert(store, turn)
      openers.delete(opener)
      if (openers.size > 0) await store.kill()
      else expect(await numbers(store)).to.deep.equal(Array.from({ length: crowd }, (_, n) => n))
    }
    expect((await Promise.all(started)).map(({ healthy }) => healthy)).to.deep.equal(Array(crowd).fill(true))
  })
})

async function whenItOwns(opener: Promise<StoreProcess>): Promise<{ opener: typeof opener; store: StoreProcess }> {
  const store = await opener
  await store.owns()
  return { opener, store }
}

async function insert({ uri }: StoreProcess, n: number): Promise<void> {
  const connection = await mongoose.createConnection(uri, { dbName: 'crowd', bufferCommands: false }).asPromise()
  const row = { _id: n as never }
  await until('it is written', () =>
    connection
      .collection('rows')
      .insertOne(row)
      .then(
        () => true,
        () => false,
      ),
  )
  await connection.close(true)
}

async function numbers({ uri }: StoreProcess): Promise<unknown[]> {
  const connection = await mongoose.createConnection(uri, { dbName: 'crowd', bufferCommands: false }).asPromise()
  const found = await connection.collection('rows').distinct('_id')
  await connection.close(true)
  return found
}
