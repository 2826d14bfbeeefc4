/**
 * The least that could take an answer: Koa, a JSON body, one insert by the plain driver into an embedded store of its own.
 * No session, no check, no rule, no sealing. What `bench:api` compares with; ends with the process that started it.
 */
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { bodyParser } from '@koa/bodyparser'
import Koa from 'koa'
import { MongoClient } from 'mongodb'
import { openEmbeddedMongo } from '../../server/embedded-mongo/index.js'

const store = await openEmbeddedMongo({ dataDir: process.argv[2]! })
const client = await new MongoClient(store.uri).connect()
const answers = client.db('bench').collection('answers')

const app = new Koa()
app.use(bodyParser())
app.use(async (ctx) => {
  await answers.insertOne({ ...(ctx.request.body as object), at: new Date() })
  ctx.body = { ok: true }
})

const answer = app.callback()
const server = createServer((request, reply) => void answer(request, reply)).listen(0, '127.0.0.1')
await once(server, 'listening')
process.send?.((server.address() as AddressInfo).port)
process.once('disconnect', () => process.exit())
