/**
 * The load: plain node:http on kept connections. autocannon is not used because its histogram has whole milliseconds and no
 * 95th percentile, and because here every request has an address, a token and a body of its own.
 */
import { Agent, request } from 'node:http'

export interface Sent {
  status: number
  ms: number
  /** When the answer was complete, by this machine's clock. */
  at: number
}

export interface JsonRequest {
  method: 'POST' | 'PUT'
  url: string
  token?: string
  body: unknown
}

interface TextRequest extends Omit<JsonRequest, 'body'> {
  text: string
  type: string
}

export function keepAlive(connections: number) {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })

  return {
    send: ({ method, url, token, body }: JsonRequest): Promise<Sent> =>
      sendText({
        method,
        url,
        text: JSON.stringify(body),
        type: 'application/json',
        ...(token !== undefined && { token }),
      }),
    sendText,
    close: () => agent.destroy(),
  }

  function sendText({ method, url, token, text, type }: TextRequest): Promise<Sent> {
    return new Promise((resolve, reject) => {
      const started = performance.now()
      const headers = {
        'content-type': type,
        'content-length': Buffer.byteLength(text),
        ...(token && { authorization: `Bearer ${token}` }),
      }
      const sending = request(url, { method, agent, headers }, (reply) => {
        reply.resume()
        reply.once('error', reject)
        reply.once('end', () =>
          resolve({ status: reply.statusCode ?? 0, ms: performance.now() - started, at: Date.now() }),
        )
      })
      sending.once('error', reject)
      sending.end(text)
    })
  }
}
