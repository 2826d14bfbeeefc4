import { expect } from 'chai'
import { createServer, type Socket } from 'node:net'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import mongoose from 'mongoose'
import { testStore } from '../../test/store.js'
import { storeAnswers } from './connection.js'

describe('whether the store answers', () => {
  it('is yes for one that takes commands', async () => {
    expect(await storeAnswers(await testStore(), 2_000)).to.equal(true)
  })

  it('is no, in time, for one that takes connections and says nothing', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'silent-'))
    const path = join(folder, 's.sock')
    const sockets: Socket[] = []
    const server = createServer((socket) => sockets.push(socket)).listen(path)
    const connection = mongoose.createConnection(
      `mongodb://${encodeURIComponent(path)}/?directConnection=true&serverSelectionTimeoutMS=5000`,
    )
    connection.asPromise().catch(() => {})

    const began = performance.now()
    const answered = await storeAnswers({ db: connection.getClient().db('x') } as never, 200)

    expect(answered).to.equal(false)
    expect(performance.now() - began).to.be.lessThan(2_000)
    await connection.close(true)
    for (const socket of sockets) socket.destroy()
    server.close()
    await rm(folder, { recursive: true })
  })
})
