/** One client's connection: requests in, replies out in the same order. Whatever it sends, only it is closed. */
import type { Socket } from 'node:net'
import type { Doc } from '../doc.js'
import { Framer } from '../wire/framer.js'
import { readMessage, type Request } from '../wire/message.js'
import { replyTo } from '../wire/reply.js'

/** A client that does not read its replies is not waited for longer than this. */
const unreadMs = 1000

export interface Connection {
  /** Takes no more requests, replies to those that came, then closes. */
  end(): void
}

export interface ConnectionEvents {
  run: (command: Doc) => Promise<Doc | Buffer>
  onProtocolError: () => void
}

export function serveConnection(socket: Socket, { run, onProtocolError }: ConnectionEvents): Connection {
  const framer = new Framer()
  let turn = Promise.resolve()
  const drop = (): void => {
    onProtocolError()
    socket.destroy()
  }
  const take = (chunk: Buffer): void => {
    try {
      for (const message of framer.push(chunk)) {
        const request = readMessage(message)
        turn = turn.then(() => respond(socket, request, run)).catch(drop)
      }
    } catch {
      drop()
    }
  }
  socket.on('data', take)
  socket.on('error', () => socket.destroy())
  return {
    end() {
      socket.off('data', take)
      void turn.finally(() => socket.destroySoon())
      setTimeout(() => socket.destroy(), unreadMs).unref()
    },
  }
}

async function respond(socket: Socket, request: Request, run: ConnectionEvents['run']): Promise<void> {
  const reply = await run(request.command)
  if (request.silent || socket.destroyed) return
  const [head, body] = replyTo(request, reply)
  socket.cork()
  socket.write(head)
  socket.write(body)
  socket.uncork()
}
