import { recordCall } from '../core/calls.js'
import type { World } from '../core/world.js'
import { seal } from './envelope.js'

interface Asked {
  world: World
  url: string
  /** Reference 05: a second. */
  withinMs: number
}

/** As saving the callback's URL in the admin page does: the plain echostr, alone, in time. */
export async function verifyUrl({ world, url, withinMs }: Asked): Promise<boolean> {
  const echo = world.newId(12)
  const { query, encrypted } = seal(echo, world.now())
  const startedAt = world.realNow()
  const answer = await fetch(`${url}?${query}&echostr=${encodeURIComponent(encrypted)}`, {
    signal: AbortSignal.timeout(withinMs),
  }).then(
    async (reply) => ({ status: reply.status, text: await reply.text() }),
    () => ({ status: 0, text: '' }),
  )

  const verified = answer.status === 200 && answer.text === echo
  world.state.corp.callbackVerified = verified
  recordCall(world, {
    endpoint: '/callback/verify',
    status: answer.status,
    errcode: verified ? 0 : 'not-verified',
    ms: world.realNow() - startedAt,
  })
  return verified
}
