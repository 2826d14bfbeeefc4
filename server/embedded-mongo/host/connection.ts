/** One client's connection: requests in, answers out in the same order. Whatever it sends, only it is closed. */
import type { Socket } from 'node:net'
import type { Doc } from '../doc.js'
import { Framer } from '../wire/framer.js'
import { readMessage, type Request } from '../wire/message.js'
import { replyTo } from '../wire/reply.js'

export interface ConnectionEvents {
  answer: (command: Doc) => Promise<Doc | Buffer>
  onProtocolError: () => void
}

export function serveConnection(socket: Socket, { answer, onProtocolError }: ConnectionEvents): void {
  const framer = new Framer()
  let turn = Promise.resolve()
  const drop = (): void => {
    onProtocolError()
    socket.destroy()
  }
  socket.on('data', (chunk: Buffer) => {
    try {
      for (const message of framer.push(chunk)) {
        const request = readMessage(message)
        turn = turn.then(() => respond(socket, request, answer)).catch(drop)
      }
    } catch {
      drop()
    }
  })
  socket.on('error', () => socket.destroy())
}

async function respond(socket: Socket, request: Request, answer: ConnectionEvents['answer']): Promise<void> {
  const reply = await answer(request.command)
  if (request.silent || socket.destroyed) return
  const [head, body] = replyTo(request, reply)
  socket.cork()
  socket.write(head)
  socket.write(body)
  socket.uncork()
}
