/** The WebSocket at /aibot, on the sandbox's own HTTP server. */
import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer, type WebSocket } from 'ws'
import type { World } from '../core/world.js'
import { isLocalHost } from '../http/guards.js'
import type { Timing } from '../http/hold.js'
import type { Connections } from './connections.js'
import { handleFrame } from './frames.js'

const path = '/aibot'
const maxPayload = 1_048_576

interface Given {
  world: World
  timing: Timing
  connections: Connections
}

/** Returns how to end every connection: closing the server alone waits for them. */
export function attachBot(server: Server, given: Given): () => void {
  const sockets = new WebSocketServer({ noServer: true, maxPayload })
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    if (pathname.replace(/\/$/, '') !== path || !isFromHere(request)) return socket.destroy()
    sockets.handleUpgrade(request, socket, head, (opened) => serve(given, opened))
  })
  return () => sockets.clients.forEach((client) => client.terminate())
}

/** Named as this machine, and not opened by a foreign page in its browser. */
function isFromHere({ headers: { host = '', origin } }: IncomingMessage): boolean {
  return isLocalHost(host) && (origin === undefined || (URL.canParse(origin) && isLocalHost(new URL(origin).host)))
}

function serve({ world, timing, connections }: Given, socket: WebSocket): void {
  const connection = { id: world.newId(), socket }
  let silence: NodeJS.Timeout | undefined
  const heard = () => {
    clearTimeout(silence)
    silence = setTimeout(() => socket.terminate(), timing.silenceMs).unref()
  }
  heard()
  socket.on('message', (data: Buffer) => {
    heard()
    void handleFrame({ world, timing, connections, connection }, data.toString()).catch((error: unknown) => {
      console.error(error)
      socket.close(1011)
    })
  })
  socket.on('error', () => {
    /* its close follows */
  })
  socket.on('close', () => {
    clearTimeout(silence)
    connections.gone(connection)
  })
}
