import { expect } from 'chai'
import { once } from 'node:events'
import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { followedClock, type FollowedClock } from './followed-clock.js'

/** The sandbox's stream of its clock, in a nutshell: says what the test says to whoever listens. */
async function clockStream(first: () => string, port = 0) {
  const listeners = new Set<ServerResponse>()
  const paths: string[] = []
  const server: Server = createServer((request, reply) => {
    paths.push(request.url!)
    listeners.add(reply)
    reply.on('close', () => listeners.delete(reply))
    reply.writeHead(200, { 'content-type': 'text/event-stream' }).write(`data: ${first()}\n\n`)
  })
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')

  return {
    port: (server.address() as AddressInfo).port,
    paths,
    listeners,
    say: (text: string) => listeners.forEach((reply) => reply.write(`data: ${text}\n\n`)),
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

describe('a clock that follows the sandbox', () => {
  let elapsed: number
  let heard: string
  let sandbox: Awaited<ReturnType<typeof clockStream>>
  let clock: FollowedClock
  const own = { now: () => new Date('2026-01-01T00:00:00Z') }
  const reading = (now: string, speed: number) => JSON.stringify({ now, speed })

  beforeEach(async () => {
    elapsed = 0
    heard = reading('2026-11-22T10:00:00.000Z', 60)
    sandbox = await clockStream(() => heard)
    clock = followedClock({
      url: `http://127.0.0.1:${sandbox.port}/api/clock`,
      own,
      elapsedMs: () => elapsed,
      everyMs: 5,
      timeoutMs: 2_000,
    })
  })

  afterEach(async () => {
    clock.stop()
    await sandbox.close().catch(() => {})
  })

  async function until(expected: string): Promise<void> {
    for (let turn = 0; turn < 400 && clock.now().toISOString() !== expected; turn += 1)
      await new Promise((resolve) => {
        setTimeout(resolve, 5)
      })
    expect(clock.now().toISOString()).to.equal(expected)
  }

  it('counts on at the simulated speed while nothing is said', async () => {
    await clock.start()
    elapsed = 500

    expect(clock.now().toISOString()).to.equal('2026-11-22T10:00:30.000Z')
    expect(sandbox.paths).to.deep.equal(['/api/clock/changes'])
  })

  it('jumps ahead with the sandbox', async () => {
    await clock.start()
    sandbox.say(reading('2026-11-25T10:00:00.000Z', 1))

    await until('2026-11-25T10:00:00.000Z')
  })

  it('stands still rather than run backwards', async () => {
    await clock.start()
    clock.now()
    sandbox.say(reading('2026-11-22T09:00:00.000Z', 1))
    sandbox.say(reading('2026-11-22T10:00:00.001Z', 1))

    await until('2026-11-22T10:00:00.001Z')
  })

  it('goes on by itself while the sandbox is gone or talks nonsense, and follows it again when it is back', async () => {
    await clock.start()
    sandbox.say(reading('soon', -1))
    sandbox.say('soon')
    const { port } = sandbox
    await sandbox.close()
    elapsed = 1_000
    const alone = clock.now().toISOString()

    heard = reading('2026-11-23T10:00:00.000Z', 1)
    sandbox = await clockStream(() => heard, port)
    await until('2026-11-23T10:00:00.000Z')

    expect(alone).to.equal('2026-11-22T10:01:00.000Z')
  })

  it('starts from the clock of this machine when nobody answers', async () => {
    await sandbox.close()
    await clock.start()

    expect(clock.now().toISOString()).to.equal('2026-01-01T00:00:00.000Z')
  })

  it('lets go of the sandbox once it is stopped', async () => {
    await clock.start()
    clock.stop()
    for (let turn = 0; turn < 400 && sandbox.listeners.size > 0; turn += 1)
      await new Promise((resolve) => {
        setTimeout(resolve, 5)
      })

    expect(sandbox.listeners.size).to.equal(0)
  })
})
