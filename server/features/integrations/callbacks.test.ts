import { createServer, request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect } from 'chai'
import { callbackFrom, callbackVectors, eventXml } from '../../../test/builders/wecom-callbacks.js'
import { testStore } from '../../../test/store.js'
import { testVault } from '../../../test/vault.js'
import { wecomCallback } from '../../adapters/wecom/callback-crypto.js'
import { buildApp } from '../../app.js'
import { createLog } from '../../log.js'
import { createMetrics } from '../../metrics.js'
import { wecomCallbackRoutes } from './callback-routes.js'
import type { CallbackHandlers } from './callback.js'
import { callbackStore } from './callback-store.js'
import { workCallbacks } from './work-callbacks.job.js'

const corp = callbackVectors.official

describe('call-backs', () => {
  let now: Date
  let server: Server
  let address: string
  let store: ReturnType<typeof callbackStore>
  let connection: Awaited<ReturnType<typeof testStore>>
  let woken: string[]
  let told: object[]
  let errors: string[]

  beforeEach(async () => {
    now = new Date('2026-11-22T02:00:00Z')
    woken = []
    told = []
    errors = []
    connection = await testStore()
    const vault = testVault(connection)
    store = callbackStore(connection, vault)
    await Promise.all([vault.ready(), store.ready()])
    const log = createLog('silent')
    const deps = {
      orgId: 'o1',
      platformCallback: wecomCallback({ ...corp, clock: { now: () => now } }),
      callbacks: store,
      clock: { now: () => now },
      wake: (job: string) => {
        woken.push(job)
      },
      log,
    }
    const app = buildApp({
      log,
      metrics: createMetrics(),
      publicUrl: 'http://localhost',
      ready: async () => ({}),
      findCandidateSession: async () => undefined,
      findStaffSession: async () => undefined,
      routers: [wecomCallbackRoutes(deps)],
    })
    // oxlint-disable-next-line typescript/no-misused-promises -- Koa answers every error itself
    server = createServer(app.callback())
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve)
    })
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/wecom/callback`
  })
  afterEach(
    () =>
      new Promise((resolve) => {
        server.close(resolve)
        server.closeAllConnections()
      }),
  )

  const post = ({ query, body }: { query: string; body: string }) =>
    fetch(`${address}?${query}`, { method: 'POST', body, headers: { 'content-type': 'text/xml' } })
  const click = (fields: Record<string, string> = {}) =>
    callbackFrom(corp, {
      plain: eventXml('template_card_event', { TaskId: 't1', EventKey: 'hold', ...fields }),
      at: now,
    })
  const keyed = (row: Record<string, unknown>) => row.status
  const statuses = async () => (await connection.collection('callbacks').find().sort({ _id: 1 }).toArray()).map(keyed)
  const work = (callbackHandlers: CallbackHandlers) =>
    workCallbacks({
      callbacks: store,
      callbackHandlers,
      clock: { now: () => now },
      log: {
        error: (_fields, text) => {
          errors.push(text)
        },
      },
      notifications: {
        tellGroup: async (event) => {
          told.push(event)
        },
      },
    })

  describe('the proof of the address', () => {
    it('is the plain text alone', async () => {
      const { query, encrypted } = callbackFrom(corp, { plain: '5927782489442352469', at: now })

      const answer = await fetch(`${address}?${query}&echostr=${encodeURIComponent(encrypted)}`)

      expect([answer.status, await answer.text()]).to.deep.equal([200, '5927782489442352469'])
      expect(answer.headers.get('content-type')).to.match(/^text\/plain/)
    })

    it('is refused with a wrong signature, and a query that is incomplete is named', async () => {
      const { query, encrypted } = callbackFrom({ ...corp, token: 'guessed' }, { plain: '1', at: now })

      expect((await fetch(`${address}?${query}&echostr=${encodeURIComponent(encrypted)}`)).status).to.equal(403)
      expect((await fetch(`${address}?${query}`)).status).to.equal(400)
    })
  })

  describe('an event', () => {
    it('is stored and answered with an empty 200 before anything is done about it', async () => {
      const answer = await post(click())

      expect([answer.status, await answer.text()]).to.deep.equal([200, ''])
      expect(await statuses()).to.deep.equal(['received'])
      expect(woken).to.deep.equal(['work-callbacks'])
    })

    it('repeated by the platform, or replayed by somebody, is one event', async () => {
      const one = click()
      for (const again of [one, one, click()]) expect((await post(again)).status).to.equal(200)

      expect(await statuses()).to.have.length(1)
      expect(woken).to.have.length(1)
    })

    it('lies in the store sealed', async () => {
      await post(
        callbackFrom(corp, {
          plain:
            '<xml><MsgId>1</MsgId><MsgType>text</MsgType><FromUserName>li-jing</FromUserName><Content>王小明的电话</Content></xml>',
          at: now,
        }),
      )

      expect(JSON.stringify(await connection.collection('callbacks').find().toArray())).not.to.match(/王小明|Content/)
    })

    it('is refused when it is forged, late, tampered with, or declares a DOCTYPE, and nothing is stored', async () => {
      const genuine = click()
      const late = click()
      const flipped = genuine.body.replace(genuine.encrypted.slice(30, 34), genuine.encrypted.slice(31, 35))
      expect((await post({ ...genuine, body: flipped })).status).to.equal(403)
      expect(
        (await post(callbackFrom({ ...corp, token: 'guessed' }, { plain: eventXml('x'), at: now }))).status,
      ).to.equal(403)
      expect(
        (await post({ ...genuine, body: `<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>${genuine.body}` }))
          .status,
      ).to.equal(403)
      now = new Date(now.getTime() + 10 * 60_000 + 1_000)
      expect((await post(late)).status).to.equal(403)

      expect(await statuses()).to.deep.equal([])
    })

    it('larger than 64 KB is refused with 413, also when it does not say how long it is', async () => {
      const body = ' '.repeat(64 * 1024 + 1)

      expect((await post({ ...click(), body })).status).to.equal(413)
      expect(await postChunked(`${address}?${click().query}`, body)).to.equal(413)
    })
  })

  describe('working on them', () => {
    it('hands each to the handler of its event, once', async () => {
      await post(click())
      const seen: unknown[] = []

      for (let turn = 0; turn < 2; turn += 1)
        await work({
          template_card_event: async ({ message }) => {
            seen.push(message.fields.TaskId)
          },
        })

      expect(seen).to.deep.equal(['t1'])
      expect(await statuses()).to.deep.equal(['done'])
    })

    it('keeps what nobody handles, also a type that is the name of something built in', async () => {
      for (const type of ['enter_agent', 'toString', '__proto__'])
        await post(callbackFrom(corp, { plain: eventXml(type), at: now }))

      await work({})

      expect(await statuses()).to.deep.equal(['ignored', 'ignored', 'ignored'])
      expect(errors).to.deep.equal([])
    })

    it('goes on with the next when one fails, tries it five times, and then tells the group', async () => {
      await post(click())
      await post(click({ TaskId: 't2' }))
      const tried: unknown[] = []
      const handlers: CallbackHandlers = {
        template_card_event: async ({ message }) => {
          tried.push(message.fields.TaskId)
          if (message.fields.TaskId === 't1') throw new Error('away')
        },
      }
      for (let turn = 0; turn < 7; turn += 1) {
        await work(handlers)
        now = new Date(now.getTime() + 60_001)
      }

      expect(tried).to.deep.equal(['t1', 't2', 't1', 't1', 't1', 't1'])
      expect(await statuses()).to.deep.equal(['failed', 'done'])
      expect(told).to.have.length(1).and.to.have.nested.property('[0].kind', 'callback-failed')
    })
  })
})

/** Without a content-length; the status, though the connection may end before everything is written. */
function postChunked(url: string, body: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = request(
      url,
      { method: 'POST', headers: { 'content-type': 'text/xml', 'transfer-encoding': 'chunked' } },
      (reply) => {
        reply.resume()
        resolve(reply.statusCode!)
      },
    )
    sent.once('error', reject)
    sent.end(body)
  })
}
