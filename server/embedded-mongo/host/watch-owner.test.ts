import { createServer, type Server, type Socket } from 'node:net'
import { join } from 'node:path'
import { expect } from 'chai'
import { Temporary, until } from '../testing/temporary.js'
import { watchOwner } from './watch-owner.js'

const pace = { restMs: 20, patienceMs: 100 }

describe('watching an owner', () => {
  const temporary = new Temporary()
  let path: string
  let server: Server
  let clients: Socket[]
  let asked: number
  let replies: boolean
  let seen: string[]

  beforeEach(async () => {
    path = join(temporary.folder(), 'mongo.sock')
    clients = []
    asked = 0
    replies = true
    seen = []
    server = createServer((socket) => {
      clients.push(socket)
      socket.on('data', () => {
        asked++
        if (replies) socket.write('pong')
      })
    })
    await new Promise<void>((resolve) => server.listen(path, resolve))
    temporary.afterwards(() => {
      for (const client of clients) client.destroy()
      server.close()
    })
  })
  afterEach(() => temporary.clear())

  function watch(): { stop(): void } {
    const watching = watchOwner(
      path,
      { onHealth: (healthy) => seen.push(healthy ? 'well' : 'hangs'), onGone: () => seen.push('gone') },
      pace,
    )
    temporary.afterwards(() => watching.stop())
    return watching
  }

  it('asks over one connection, and hears at once that it is gone', async () => {
    watch()
    await until('it was asked again', () => asked > 2)
    clients[0]?.destroy()
    await until('it is gone', () => seen.includes('gone'))

    expect(clients).to.have.length(1)
    expect(new Set(seen)).to.deep.equal(new Set(['well', 'gone']))
  })

  it('finds that it hangs, asks no more meanwhile, and that it goes on', async () => {
    watch()
    await until('it is well', () => seen.includes('well'))
    replies = false
    await until('it hangs', () => seen.includes('hangs'))
    const before = asked
    await new Promise((resolve) => setTimeout(resolve, pace.patienceMs + pace.restMs))
    expect(asked).to.equal(before)

    replies = true
    clients[0]?.write('late')
    await until('it is asked again', () => asked > before)

    expect(seen.at(-1)).to.equal('well')
    expect(seen).not.to.include('gone')
  })

  it('tells when nobody is there, and nothing after it was stopped', async () => {
    server.close()
    for (const client of clients) client.destroy()
    watch()
    await until('nobody is there', () => seen.includes('gone'))
    expect(seen).to.deep.equal(['gone'])

    seen = []
    watch().stop()
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(seen).to.deep.equal([])
  })
})
