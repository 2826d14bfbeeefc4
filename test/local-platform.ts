/** A platform in a nutshell for adapter tests: answers on loopback what the test says, and keeps what it was asked. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface PlatformRequest {
  method: string
  path: string
  query: Record<string, string>
  headers: IncomingMessage['headers']
  body: Record<string, unknown>
}

/** `hang` never answers; `reset` closes the connection after the request was read. */
export type PlatformAnswer = Record<string, unknown> | { status: number; text: string } | 'hang' | 'reset'

export interface LocalPlatform {
  baseUrl: string
  host: string
  requests: PlatformRequest[]
  close(): Promise<void>
}

export async function localPlatform(
  answer: (request: PlatformRequest, count: number) => PlatformAnswer,
): Promise<LocalPlatform> {
  const requests: PlatformRequest[] = []
  async function serve(incoming: IncomingMessage, reply: ServerResponse): Promise<void> {
    const request = await read(incoming)
    requests.push(request)
    const given = answer(request, requests.length)
    if (given === 'hang') return
    if (given === 'reset') return void incoming.socket.destroy()
    if (typeof given.status === 'number') return void reply.writeHead(given.status).end(String(given.text))
    reply.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(given))
  }
  const server = createServer((incoming, reply) => void serve(incoming, reply))
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`

  return {
    baseUrl: `http://${host}`,
    host,
    requests,
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => {
        server.close(resolve)
      })
    },
  }
}

/** A port of this machine where nobody listens. */
export async function nobodyListens(): Promise<string> {
  const gone = await localPlatform(() => ({}))
  await gone.close()
  return gone.host
}

async function read(incoming: IncomingMessage): Promise<PlatformRequest> {
  const chunks: Buffer[] = []
  for await (const chunk of incoming) chunks.push(chunk as Buffer)
  const url = new URL(incoming.url!, 'http://local')
  const text = Buffer.concat(chunks).toString()
  return {
    method: incoming.method!,
    path: url.pathname,
    query: Object.fromEntries(url.searchParams),
    headers: incoming.headers,
    body: text ? (JSON.parse(text) as Record<string, unknown>) : {},
  }
}
