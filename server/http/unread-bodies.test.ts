import { expect } from 'chai'
import { once } from 'node:events'
import { Agent, createServer, request, type Server } from 'node:http'
import { connect, type AddressInfo, type Socket } from 'node:net'
import Router from '@koa/router'
import { buildApp } from '../app.js'
import { createLog } from '../log.js'
import { createMetrics } from '../metrics.js'
import { signedIn } from './session.js'
import { rawBody } from './raw-body.js'

const megabyte = 1024 * 1024
/** What the two ends of a connection on this machine hold between them when nobody reads. */
const mostRead = megabyte / 2

describe('a body that nobody reads (S6)', () => {
  let server: Server
  let port: number
  let accepted: Socket[]

  before(async () => {
    const router = new Router({ prefix: '/api' })
    router.post('/closed', signedIn('candidate'))
    router.post('/small', async (ctx) => {
      await rawBody(ctx, 1024)
    })
    const app = buildApp({
      log: createLog('silent'),
      metrics: createMetrics(),
      publicUrl: 'http://x',
      routers: [router],
      ready: async () => ({}),
      findStaffSession: async () => undefined,
      findCandidateSession: async () => undefined,
    })
    const handle = app.callback()
    server = createServer((incoming, reply) => void handle(incoming, reply)).listen(0, '127.0.0.1')
    server.on('connection', (socket: Socket) => accepted.push(socket))
    await once(server, 'listening')
    port = (server.address() as AddressInfo).port
  })
  beforeEach(() => {
    accepted = []
  })
  after(() => server.close())

  /** Writes all of it before it reads, as a simple client does, and never closes by itself. */
  async function write(path: string, head: string, body: Buffer): Promise<{ reply: string; read: number }> {
    const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true })
    let reply = ''
    socket.on('data', (chunk: Buffer) => (reply += chunk.toString()))
    socket.on('error', () => {})
    const closed = new Promise((resolve) => socket.once('close', resolve))
    socket.write(`POST ${path} HTTP/1.1\r\nhost: x\r\n${head}\r\n\r\n`)
    socket.write(body)
    await closed
    return { reply, read: accepted[0]!.bytesRead }
  }
  const long = Buffer.alloc(20 * megabyte, 'x')

  it('is answered and left unread when it is long, and the connection ends', async () => {
    for (const [path, status] of [
      ['/api/closed', 401],
      ['/api/small', 413],
    ] as const) {
      accepted = []
      const { reply, read } = await write(path, `content-length: ${long.length}`, long)

      expect(reply, path)
        .to.match(new RegExp(`^HTTP/1.1 ${status} `))
        .and.to.match(/^connection: close\r$/im)
      expect(reply).to.contain('"error"')
      expect(read).to.be.lessThan(mostRead)
    }
  })

  it('is answered too when it never said how long it would be', async () => {
    const chunk = Buffer.concat([Buffer.from(`${long.length.toString(16)}\r\n`), long])
    const { reply, read } = await write('/api/small', 'transfer-encoding: chunked', chunk)

    expect(reply).to.match(/^HTTP\/1.1 413 /)
    expect(read).to.be.lessThan(mostRead)
  })

  it('leaves the connection open for the next request when it is short', async () => {
    const agent = new Agent({ keepAlive: true })
    const statuses = [await short(agent), await short(agent)]
    agent.destroy()

    expect(statuses).to.deep.equal([401, 401])
    expect(accepted).to.have.length(1)
  })

  function short(agent: Agent): Promise<number | undefined> {
    return new Promise((resolve, reject) => {
      const sent = request({ port, path: '/api/closed', method: 'POST', agent }, (reply) => {
        reply.resume().once('end', () => resolve(reply.statusCode))
      })
      sent.once('error', reject).end('x'.repeat(4000))
    })
  }

  it('is closed at once when many are open that way', async () => {
    const all = Array.from({ length: 100 }, () => write('/api/closed', `content-length: ${long.length}`, long))
    await new Promise((resolve) => setTimeout(resolve, 250))
    const open = accepted.filter((socket) => !socket.destroyed)
    await Promise.all(all)

    expect(open.length).to.be.at.most(64)
  })
})
