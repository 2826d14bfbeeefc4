/**
 * Watches the owner of a socket over one connection that stays open. Its end is the sign that the owner is gone, so nothing
 * has to be asked again and again for that. A rare `ping` finds the one that hangs: a hung process keeps its connections.
 */
import { createConnection } from 'node:net'
import { serialize } from 'bson'
import { opCodes } from '../wire/message.js'
import { replyTo } from '../wire/reply.js'

export interface OwnerWatcher {
  onHealth: (healthy: boolean) => void
  /** Told once: nobody was there, or is there any more. Not told after `stop`. */
  onGone: () => void
}

/** Between a reply and the next question, and from a question to the verdict that the owner hangs. */
const defaultPace = { restMs: 5000, patienceMs: 2000 }

export function watchOwner(path: string, { onHealth, onGone }: OwnerWatcher, pace = defaultPace): { stop(): void } {
  const socket = createConnection(path)
  let timer: NodeJS.Timeout | undefined
  const ask = (): void => {
    socket.write(pingMessage())
    timer = setTimeout(() => onHealth(false), pace.patienceMs)
  }
  socket.on('data', () => {
    clearTimeout(timer)
    onHealth(true)
    timer = setTimeout(ask, pace.restMs)
  })
  socket.on('error', () => socket.destroy())
  const gone = (): void => {
    clearTimeout(timer)
    onGone()
  }
  socket.once('close', gone)
  ask()
  return {
    stop() {
      clearTimeout(timer)
      socket.off('close', gone)
      socket.destroy()
    },
  }
}

/** A request and a reply have the same frame. */
function pingMessage(): Buffer {
  const body = Buffer.from(serialize({ ping: 1, $db: 'admin' }))
  return Buffer.concat(replyTo({ id: 0, opCode: opCodes.message }, body))
}
