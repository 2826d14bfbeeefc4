/**
 * Sends the same requests over and over for a while, so many at once, and returns how often each status came. A process of its own: what
 * it computes must not stand in the figures of who watches the product.
 */
import { once } from 'node:events'
import { Agent, request } from 'node:http'
import type { Flood, FloodResult, StoredRequest } from './stoppers/flooded.js'

const given = once(process, 'message')
process.send?.('ready')
const [{ requests, connections, forMs }] = (await given) as [Flood]
const begin = once(process, 'message')
process.send?.('loaded')
await begin
const agent = new Agent({ keepAlive: true, maxSockets: connections })
const result: FloodResult = {}
const ends = performance.now() + forMs

await Promise.all(Array.from({ length: connections }, (_, lane) => sendUntilTheEnd(requests[lane % requests.length]!)))
agent.destroy()
process.send?.(result)
process.disconnect()

async function sendUntilTheEnd(one: StoredRequest): Promise<void> {
  const body = one.body === undefined ? undefined : Buffer.from(one.body, 'base64')
  while (performance.now() < ends) {
    const outcome = await send(one, body)
    result[outcome] = (result[outcome] ?? 0) + 1
  }
}

/** `cut`: the product closed the connection while the body was on its way, as it does with one that is too long. */
function send({ method, url, headers }: StoredRequest, body: Buffer | undefined): Promise<string> {
  return new Promise((resolve) => {
    const length = body && { 'content-length': String(body.length) }
    const sending = request(url, { method, agent, headers: { ...headers, ...length } }, (reply) => {
      reply.resume()
      reply.once('error', () => resolve('cut'))
      reply.once('end', () => {
        // A sender that has its reply goes on at once, and does not wait until the product took the rest
        if (reply.headers.connection === 'close') sending.destroy()
        resolve(String(reply.statusCode))
      })
    })
    sending.once('error', () => resolve('cut'))
    sending.end(body)
  })
}
