/**
 * `npm run bench:callback`: call-backs taken per second and their p99 through our whole path (HTTP on loopback, signature,
 * decryption, XML, one sealed and uniquely keyed insert, empty reply), next to bare `@wecom/crypto` decrypt of the same envelopes.
 * Rounds alternate in one process, so that whatever else the machine does hits both; the ratio is what counts.
 */
import { randomBytes, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { decrypt } from '@wecom/crypto'
import Koa from 'koa'
import { wecomCallback } from '../../server/adapters/wecom/callback-crypto.js'
import { openEmbeddedMongo } from '../../server/embedded-mongo/index.js'
import { callbackStore, wecomCallbackRoutes } from '../../server/features/integrations/index.js'
import { connectStore } from '../../server/mongo/connection.js'
import { keyRing } from '../../server/mongo/key-ring.js'
import { vault as openVault } from '../../server/mongo/vault.js'
import { systemClock } from '../../server/ports/clock.js'
import { callbackFrom, callbackVectors, eventXml } from '../../test/builders/wecom-callbacks.js'
import { percentile, sayMachine, sayRange } from './interviews/figures.js'
import { inLanes } from './interviews/in-lanes.js'
import { keepAlive } from './interviews/keep-alive.js'

interface Figure {
  perSecond: number
  p50: number
  p99: number
}

const { values } = parseArgs({
  options: {
    events: { type: 'string', default: '1000' },
    rounds: { type: 'string', default: '8' },
    connections: { type: 'string', default: '16' },
  },
})
const [events, rounds, connections] = [Number(values.events), Number(values.rounds), Number(values.connections)]
if (!(events > 0 && rounds > 0 && connections > 0))
  throw new Error('--events, --rounds and --connections take 1 or more')

interface Round {
  bare: Figure
  opened: Figure
  taken: Figure
}

const corp = callbackVectors.official
const platformCallback = wecomCallback({ ...corp, clock: systemClock })
const folder = await mkdtemp(join(tmpdir(), 'bench-callback-'))
const embedded = await openEmbeddedMongo({ dataDir: folder })
const connection = await connectStore(embedded.uri, 'bench')
const client = keepAlive(connections)
const handle = await listener()
const server = createServer((request, reply) => void handle(request, reply))
try {
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/wecom/callback`
  await runRound(address) // warms up both
  const counted: Round[] = []
  for (let round = 0; round < rounds; round += 1) counted.push(await runRound(address))
  print(counted)
} finally {
  client.close()
  server.close()
  await connection.close()
  await embedded.close()
  await rm(folder, { recursive: true, force: true })
}

async function listener() {
  const vault = openVault(connection, keyRing(randomBytes(32)))
  const callbacks = callbackStore(connection, vault)
  await Promise.all([vault.ready(), callbacks.ready()])
  const app = new Koa()
  app.use(
    wecomCallbackRoutes({
      orgId: 'bench',
      platformCallback,
      callbacks,
      clock: systemClock,
      wake: () => {},
      log: { warn: () => {} },
    }).routes(),
  )
  return app.callback()
}

async function runRound(address: string): Promise<Round> {
  const made = Array.from({ length: events }, () =>
    callbackFrom(corp, {
      plain: eventXml('template_card_event', {
        TaskId: randomUUID(),
        EventKey: 'acknowledge',
        ResponseCode: randomUUID(),
      }),
      at: new Date(),
    }),
  )

  const bare = await measure(1, made, async ({ encrypted }) => {
    decrypt(corp.aesKey, encrypted)
  })
  const opened = await measure(1, made, async ({ seal, body }) => {
    if (platformCallback.read(seal, body).kind !== 'read') throw new Error('a call-back could not be opened')
  })
  const taken = await measure(connections, made, async ({ query, body }) => {
    const { status } = await client.sendText({
      method: 'POST',
      url: `${address}?${query}`,
      text: body,
      type: 'text/xml',
    })
    if (status !== 200) throw new Error(`a call-back was answered with ${status}`)
  })
  return { bare, opened, taken }
}

async function measure<Item>(
  lanes: number,
  items: readonly Item[],
  run: (item: Item) => Promise<void>,
): Promise<Figure> {
  const started = performance.now()
  const times = await inLanes(items, lanes, async (item) => {
    const began = performance.now()
    await run(item)
    return performance.now() - began
  })
  return {
    perSecond: items.length / ((performance.now() - started) / 1000),
    p50: percentile(times, 0.5),
    p99: percentile(times, 0.99),
  }
}

function print(counted: readonly Round[]): void {
  const row = (name: string, figures: Figure[], digits: number) => ({
    '': name,
    'per second': sayRange(
      figures.map(({ perSecond }) => perSecond),
      0,
    ),
    'p50 ms': sayRange(
      figures.map(({ p50 }) => p50),
      digits,
    ),
    'p99 ms': sayRange(
      figures.map(({ p99 }) => p99),
      digits,
    ),
  })
  console.table([
    row(
      'bare @wecom/crypto decrypt',
      counted.map(({ bare }) => bare),
      3,
    ),
    row(
      'verify, decrypt, read XML',
      counted.map(({ opened }) => opened),
      3,
    ),
    row(
      'verify, decrypt, store, reply',
      counted.map(({ taken }) => taken),
      1,
    ),
  ])
  const ratio = (of: (round: Round) => Figure) =>
    sayRange(
      counted.map((round) => of(round).perSecond / round.bare.perSecond),
      4,
    )
  console.log(`per second beside bare: opened ${ratio(({ opened }) => opened)} · taken ${ratio(({ taken }) => taken)}`)
  console.log(
    `${events} events a round over ${connections} connections; middle (lowest to highest) of ${counted.length} rounds\n${sayMachine()}`,
  )
}
