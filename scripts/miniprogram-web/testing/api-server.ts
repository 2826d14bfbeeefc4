import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

interface Seen {
  method: string
  url: string
  headers: http.IncomingHttpHeaders
  body: string
}

/** A server that the mini-program talks to: keeps what arrives, replies when told. */
export async function apiServer() {
  const seen: Seen[] = []
  const held: (() => void)[] = []
  let isHolding = false
  const server = http.createServer(
    (request, response) =>
      void (async () => {
        seen.push({
          method: request.method ?? '',
          url: request.url ?? '',
          headers: request.headers,
          body: await text(request),
        })
        if (isHolding)
          await new Promise<void>((release) => {
            held.push(release)
          })
        response.writeHead(200, { 'content-type': 'application/json', 'x-served': 'yes' }).end('{"ok":true}')
      })(),
  )
  await new Promise<void>((ready) => {
    server.listen(0, '127.0.0.1', ready)
  })
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    seen,
    hold: () => {
      isHolding = true
    },
    release: () => {
      isHolding = false
      held.splice(0).forEach((answer) => answer())
    },
    close: () =>
      new Promise<void>((closed) => {
        server.close(() => closed())
        server.closeAllConnections()
      }),
  }
}
