/**
 * Callbacks of the app to the product (reference 05): a reply within five seconds, else the same again, three tries in all.
 * Our assumptions: any status but 200 counts as no reply, and the next try comes at once. A fault strikes here only when it
 * names `callback`: `timeout-before` loses a try, `timeout-after` loses its reply, so that the product gets it twice.
 */
import type { StoredCard } from '../core/bot-state.js'
import { recordCall } from '../core/calls.js'
import { strikes } from '../core/faults.js'
import { PlatformError } from '../core/platform-error.js'
import type { SandboxFault } from '../../../shared/contracts/sandbox.js'
import type { World } from '../core/world.js'
import type { Timing } from '../http/hold.js'
import { envelopeBody, openReply, seal } from './envelope.js'
import type { CallbackMessage } from './events.js'
import { applyReply } from './passive-reply.js'
import { verifyUrl } from './verify-url.js'

const path = '/api/wecom/callback'
const tries = 3

export type Callbacks = ReturnType<typeof appCallbacks>

interface Given {
  world: World
  productUrl: string
  timing: Timing
}

type Attempt = { answered: false; status: number; errcode: string } | { answered: true; status: number; text: string }

export function appCallbacks(given: Given) {
  const { world, productUrl, timing } = given
  /** Returns whether the product took it. */
  async function deliver(message: CallbackMessage, card?: StoredCard): Promise<boolean> {
    for (let tried = 0; tried < tries; tried += 1) {
      const startedAt = world.realNow()
      const attempt = await tryOnce(given, message)
      const errcode = attempt.answered
        ? apply(world, attempt.text, { userid: message.userid, ...(card && { card }) })
        : attempt.errcode
      recordCall(world, {
        endpoint: `/callback/${message.kind}`,
        status: attempt.status,
        errcode,
        ms: world.realNow() - startedAt,
      })
      if (attempt.answered) return true
    }
    return false
  }

  const verify = () => verifyUrl({ world, url: `${productUrl}${path}`, withinMs: timing.verifyMs })
  return { deliver, verify, ready: async (): Promise<boolean> => world.state.corp.callbackVerified || (await verify()) }
}

async function tryOnce({ world, productUrl, timing }: Given, message: CallbackMessage): Promise<Attempt> {
  const struck = (fault: SandboxFault) => strikesCallback(world, fault, message.kind)
  if (struck('timeout-before')) return { answered: false, status: 0, errcode: 'timeout-before' }
  const { query, encrypted } = seal(message.xml, world.now())
  try {
    const reply = await fetch(`${productUrl}${path}?${query}`, {
      method: 'POST',
      headers: { 'content-type': 'text/xml' },
      body: envelopeBody(encrypted),
      signal: AbortSignal.timeout(timing.callbackMs),
    })
    const text = await reply.text()
    if (struck('timeout-after')) return { answered: false, status: 0, errcode: 'timeout-after' }
    return reply.status === 200
      ? { answered: true, status: 200, text }
      : { answered: false, status: reply.status, errcode: `http-${reply.status}` }
  } catch (error) {
    return {
      answered: false,
      status: 0,
      errcode: error instanceof Error && error.name === 'TimeoutError' ? 'too-late' : 'unreachable',
    }
  }
}

/** A reply that WeCom cannot read or apply is not tried again; the log shows it. */
function apply(world: World, text: string, about: { userid: string; card?: StoredCard }): number | string {
  if (text === '' || text === 'success') return 0
  const reply = openReply(text)
  if (!reply) return 'reply-not-sealed'
  try {
    applyReply(world, { reply, ...about })
    return 0
  } catch (error) {
    if (!(error instanceof PlatformError)) throw error
    return error.errcode
  }
}

function strikesCallback(world: World, fault: SandboxFault, kind: string): boolean {
  const named = world.state.faults.some((known) => known.fault === fault && known.endpoint?.includes('callback'))
  return named && strikes(world, fault, `/callback/${kind}`)
}
