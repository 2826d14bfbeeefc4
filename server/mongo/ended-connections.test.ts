import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { openEmbeddedMongo } from '../embedded-mongo/index.js'
import { connectStore, storeAnswers } from './connection.js'
import { lookingConnection } from './ended-connections.js'

describe('the connection over which the driver looks for the store', () => {
  it('refuses to look when it has just ended, and does not wait for ever', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'ended-'))
    const store = await openEmbeddedMongo({ dataDir })
    const connection = await connectStore(store.uri, 'ended')
    const looking = lookingConnection(connection)

    looking.socket.destroy() // as when the other end has closed it: that is told at the end of this turn of the event loop
    const refused = await looking.command({ db: 'admin' }, { hello: 1 }).then(
      () => undefined,
      (error: unknown) => error,
    )

    expect(refused).to.have.property('name', 'MongoNetworkError')
    expect(await storeAnswers(connection, 2_000)).to.equal(true)
    await connection.close()
    await store.close()
    await rm(dataDir, { recursive: true })
  })
})
