/**
 * Signs pages for the JS-SDK (90506). The ticket lives 7 200 s and may be asked for 400 times an hour, so all processes share one, as
 * they share the access token; a second process that asks at the same time waits and reads.
 */
import { createHash, randomBytes } from 'node:crypto'
import { unavailable } from '../../errors.js'
import type { Clock } from '../../ports/clock.js'
import type { PageSigner } from '../../ports/page-signature.js'
import type { PlatformTokenStore } from '../../ports/platform-tokens.js'
import { PlatformError } from '../platform-call.js'
import { tokenSource } from '../platform-token.js'
import type { WecomClient } from './wecom-client.js'

interface Options {
  client: Pick<WecomClient, 'call'>
  corpId: string
  tokens: PlatformTokenStore
  clock: Clock
  nonce?: () => string
}

export function pageSigner({
  client,
  corpId,
  tokens,
  clock,
  nonce = () => randomBytes(12).toString('hex'),
}: Options): PageSigner {
  async function fetchToken() {
    const { ticket, expires_in: seconds } = await client.call({
      method: 'GET',
      path: '/cgi-bin/get_jsapi_ticket',
      repeatable: true,
    })
    if (typeof ticket === 'string' && typeof seconds === 'number') return { value: ticket, livesMs: seconds * 1_000 }
    throw new PlatformError({ platform: 'wecom', errcode: 'no-ticket', kind: 'unlisted', arrived: 'no' })
  }
  const tickets = tokenSource({ name: `wecom-jsapi:${corpId}`, store: tokens, clock, fetchToken })

  return {
    async sign(url) {
      const ticket = await tickets.current().catch((error: unknown) => {
        throw error instanceof PlatformError ? unavailable('wecom-unreachable', error) : error
      })
      const [timestamp, nonceStr] = [Math.floor(clock.now().getTime() / 1_000), nonce()]
      return { corpId, timestamp, nonceStr, signature: signatureOf({ ticket, nonceStr, timestamp, url }) }
    },
  }
}

/** In this order, the url as it is: not encoded, without its part after `#`. */
export const signatureOf = ({
  ticket,
  nonceStr,
  timestamp,
  url,
}: {
  ticket: string
  nonceStr: string
  timestamp: number
  url: string
}): string =>
  createHash('sha1')
    .update(`jsapi_ticket=${ticket}&noncestr=${nonceStr}&timestamp=${timestamp}&url=${url}`)
    .digest('hex')
