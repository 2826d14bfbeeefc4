import { expect } from 'chai'
import { createSocket } from 'node:dgram'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { headKeeper } from './head-keeper.js'

const clock = { now: () => new Date('2026-11-22T02:00:00Z') }
const head = { segment: '00000001', opening: 'o', sequence: 3, mac: 'm', signature: 's' }

describe('a head of the audit trail is kept', () => {
  it('in a file, a line each, nobody else may read', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'heads-'))
    const file = join(folder, 'elsewhere', 'heads.jsonl')
    const keeper = headKeeper({ to: pathToFileURL(file).href, clock })

    await keeper.keep([head])
    await keeper.keep([{ ...head, sequence: 4 }])

    expect((await readFile(file, 'utf8')).split('\n')).to.deep.equal([
      JSON.stringify(head),
      JSON.stringify({ ...head, sequence: 4 }),
      '',
    ])
    await rm(folder, { recursive: true })
  })

  it('by a syslog server', async () => {
    const server = createSocket('udp4')
    await new Promise<void>((resolve) => server.bind(0, '127.0.0.1', resolve))
    const heard = new Promise<string>((resolve) => server.once('message', (bytes) => resolve(bytes.toString())))

    await headKeeper({ to: `syslog://127.0.0.1:${server.address().port}`, clock }).keep([head])

    expect(await heard).to.match(/^<110>1 2026-11-22T02:00:00\.000Z \S+ xiaozhao - audit-head - \{"segment":"00000001"/)
    server.close()
  })

  it('by an HTTP address, or not: that is said', async () => {
    const bodies: string[] = []
    let status = 204
    const server = createServer((request, reply) => {
      request.on('data', (bytes: Buffer) => bodies.push(bytes.toString()))
      request.on('end', () => reply.writeHead(status).end())
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const keeper = headKeeper({ to: `http://127.0.0.1:${(server.address() as AddressInfo).port}/heads`, clock })

    await keeper.keep([head])
    status = 500
    const refused = await keeper.keep([head]).then(
      () => 'kept',
      () => 'refused',
    )

    expect(JSON.parse(bodies[0]!)).to.deep.equal({ heads: [head] })
    expect(refused).to.equal('refused')
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  })
})
