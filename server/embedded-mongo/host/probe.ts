/** Asks the owner of a socket for a sign of life: a full `ping`, because a hung process still accepts connections. */
import { createConnection } from 'node:net'
import { serialize } from 'bson'
import { opCodes } from '../wire/message.js'
import { replyTo } from '../wire/reply.js'

const patienceMs = 2000

export function answersPing(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection(path)
    const end = (alive: boolean): void => {
      socket.destroy()
      resolve(alive)
    }
    socket.setTimeout(patienceMs, () => end(false))
    socket.on('error', () => end(false))
    socket.on('close', () => end(false))
    socket.on('data', () => end(true))
    // A request and an answer have the same frame.
    const [head, body] = replyTo({ id: 0, opCode: opCodes.message }, Buffer.from(serialize({ ping: 1, $db: 'admin' })))
    socket.write(head)
    socket.write(body)
  })
}
