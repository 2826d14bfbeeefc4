import { createConnection } from 'node:net'
import { serialize } from 'bson'
import { expect } from 'chai'
import { openEmbeddedMongo, type EmbeddedMongo } from '../index.js'
import { seededRandom } from '../testing/random.js'
import { Temporary } from '../testing/temporary.js'
import { opCodes } from '../wire/message.js'
import { replyTo } from '../wire/reply.js'

const seed = Number(process.env.FUZZ_SEED ?? 7)

/** Sends bytes and waits until the server closes, or until it is known to be quietly waiting for more. */
function send(path: string, bytes: Buffer): Promise<'closed' | 'waiting'> {
  return new Promise((resolve) => {
    const socket = createConnection(path)
    const end = (outcome: 'closed' | 'waiting'): void => {
      socket.destroy()
      resolve(outcome)
    }
    socket.on('error', () => end('closed'))
    socket.on('close', () => end('closed'))
    socket.on('data', () => end('waiting'))
    socket.setTimeout(100, () => end('waiting'))
    socket.write(bytes)
  })
}

function message(command: Record<string, unknown>): Buffer {
  return Buffer.concat(replyTo({ id: 0, opCode: opCodes.message }, Buffer.from(serialize(command))))
}

function lengthOf(length: number, size = 16): Buffer {
  const bytes = Buffer.alloc(size)
  bytes.writeInt32LE(length)
  bytes.writeInt32LE(opCodes.message, 12)
  return bytes
}

describe('hostile bytes on the socket', function () {
  this.timeout(20_000)
  const temporary = new Temporary()
  let store: EmbeddedMongo
  let path: string

  before(async () => {
    store = await openEmbeddedMongo({ dataDir: temporary.folder() })
    path = decodeURIComponent(new URL(store.uri).host)
  })
  after(async () => {
    await store.close()
    await temporary.clear()
  })
  afterEach(async () => {
    const rows = (await temporary.connect(store.uri)).collection('rows')
    await rows.insertOne({})
    expect(store.healthy(), 'the server went down').to.equal(true)
  })

  const bad: [what: string, bytes: Buffer][] = [
    ['a length below the header', lengthOf(5)],
    ['a negative length', lengthOf(-1)],
    ['a huge length', lengthOf(0x7fffffff)],
    ['a header and nothing', lengthOf(16)],
    ['an HTTP request', Buffer.from('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n')],
    ['a section longer than its message', Buffer.concat([lengthOf(25, 21), Buffer.from([0xff, 0xff, 0, 0])])],
    [
      'an unknown operation',
      (() => {
        const bytes = message({ ping: 1 })
        bytes.writeInt32LE(2012, 12)
        return bytes
      })(),
    ],
  ]
  for (const [what, bytes] of bad) {
    it(`close only their own connection: ${what}`, async () => {
      expect(await send(path, bytes)).to.equal('closed')
    })
  }

  it('wait when they are only the beginning of a message', async () => {
    expect(await send(path, message({ ping: 1, $db: 'admin' }).subarray(0, 30))).to.equal('waiting')
  })

  it('get an error when the command is nonsense', async () => {
    for (const command of [
      {},
      { find: 5, $db: 'x' },
      { find: 'x' },
      { insert: 'x', documents: 'no', $db: 'd' },
      { getMore: 'x', $db: 'd' },
      { constructor: 1, $db: 'd' },
    ]) {
      expect(await send(path, message(command)), JSON.stringify(command)).to.equal('waiting')
    }
  })

  it(`do no harm when they are random (FUZZ_SEED=${seed})`, async () => {
    const random = seededRandom(seed)
    const good = message({ insert: 'rows', documents: [{ a: 1, b: 'x' }], $db: 'test' })
    await Promise.all(
      Array.from({ length: 200 }, async () => {
        const bytes = Buffer.from(good)
        for (let n = 0; n <= random.below(6); n++) bytes[random.below(bytes.length)] = random.below(256)
        await send(path, bytes)
      }),
    )
  })
})
