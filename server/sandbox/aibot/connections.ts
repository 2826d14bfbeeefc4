/**
 * Long connections of the bot (reference 04): one at a time, the older is told `disconnected_event` and closed. Our assumptions:
 * whatever comes before a good aibot_subscribe is refused with 40001, as is another bot's id; more than 60 subscribes a minute
 * are 45009; a connection that says nothing for three heartbeats is dropped, in real time, for the SDK's timers are real.
 */
import { timingSafeEqual } from 'node:crypto'
import type { WebSocket } from 'ws'
import { sandboxCredentials } from '../../../shared/contracts/sandbox.js'
import type { BotCallback } from '../core/bot-state.js'
import { PlatformError } from '../core/platform-error.js'
import type { World } from '../core/world.js'
import { recordCall } from '../core/calls.js'
import { dueMessages } from './callbacks.js'

const { bot } = sandboxCredentials.wecom
const subscribesPerMinute = [{ count: 60, windowMs: 60_000 }]

export interface Connection {
  id: string
  socket: WebSocket
}

export type Connections = ReturnType<typeof botConnections>

export function botConnections(world: World) {
  let current: Connection | undefined

  function deliver(callback: BotCallback): boolean {
    if (!current) return false
    const reqId = world.newId(18)
    callback.reqIds.push(reqId)
    callback.connection = current.id
    tell(current, { cmd: callback.cmd, headers: { req_id: reqId }, body: callback.body })
    recordCall(world, { endpoint: `/aibot/${callback.cmd}`, status: 200, errcode: 0, ms: 0 })
    world.saveSoon()
    return true
  }

  function kickOlder(): void {
    if (!current) return
    const body = {
      msgid: world.newId(18),
      create_time: Math.floor(world.now() / 1000),
      aibotid: bot.id,
      msgtype: 'event',
      event: { eventtype: 'disconnected_event' },
    }
    tell(current, { cmd: 'aibot_event_callback', headers: { req_id: world.newId(18) }, body })
    current.socket.close(1000, 'a newer connection has subscribed')
  }

  return {
    deliver,
    isCurrent: ({ id }: Connection): boolean => current?.id === id,
    isConnected: (): boolean => current !== undefined,

    subscribe(connection: Connection, body: Record<string, unknown>): void {
      if (world.rates.take('aibot:subscribe', subscribesPerMinute, world.now()))
        throw new PlatformError(45009, 'api freq out of limit')
      if (body.bot_id !== bot.id || !sameSecret(body.secret)) throw new PlatformError(40001, 'invalid bot_id or secret')
      if (current?.id === connection.id) return

      kickOlder()
      current = connection
    },
    /** After the answer to its subscribe: what waits for somebody. */
    deliverDue(connection: Connection): void {
      if (current?.id === connection.id) for (const callback of dueMessages(world, connection.id)) deliver(callback)
    },
    gone({ id }: Connection): void {
      if (current?.id !== id) return
      current = undefined
      world.changed({ kind: 'calls' })
    },
    /** The network is cut: nobody is told anything. */
    cut(): void {
      current?.socket.terminate()
    },
  }
}

export function tell({ socket }: Pick<Connection, 'socket'>, frame: unknown): void {
  if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(frame))
}

function sameSecret(given: unknown): boolean {
  const [left, right] = [Buffer.from(String(given)), Buffer.from(bot.secret)]
  return left.length === right.length && timingSafeEqual(left, right)
}
