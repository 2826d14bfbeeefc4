/**
 * Who is refused before the body was read has often not sent it yet. Node would read all of it to keep the connection: a thousand
 * strangers with a megabyte each held everybody up for a second. A long body is left where it is, and the connection ends.
 */
import type { ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import type { Context, Middleware } from 'koa'

/** Read by Node in a moment, and worth a connection that stays. */
const shortBytes = 64 * 1024
/** A connection that is closed over unread bytes takes the reply with it unless the other end had time to read it. */
const timeToReadMs = 500
const mostOpen = 64

export function leaveUnread(): Middleware {
  const open = new Set<Socket>()

  return async (ctx, next) => {
    await next()
    if (!hasLongRest(ctx)) return
    ctx.set('connection', 'close')
    endUnread(ctx.res, open)
  }
}

function hasLongRest({ req, request }: Context): boolean {
  const hasBody = request.length !== undefined || request.get('transfer-encoding') !== ''
  return hasBody && !req.complete && (request.length ?? Infinity) > shortBytes
}

/** After the reply: no more is read, our half is closed, and the other end has a moment to notice. */
function endUnread({ socket }: ServerResponse, open: Set<Socket>): void {
  if (!socket || open.size >= mostOpen) return
  open.add(socket)
  socket.once('close', () => open.delete(socket))
  socket.destroySoon = () => {
    socket.end()
    setImmediate(() => socket.pause()) // Node's server has just told it to read on
    setTimeout(() => socket.destroy(), timeToReadMs).unref()
  }
}
