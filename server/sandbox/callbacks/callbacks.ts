/**
 * Callbacks of the app to the product (reference 05): an answer within five seconds, else the same again, three tries in all.
 * Our assumptions: any status but 200 counts as no answer, and the next try comes at once. A fault strikes here only when it
 * names `callback`: `timeout-before` loses a try, `timeout-after` loses its answer, so that the product gets it twice.
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

export function appCallbacks({ world, productUrl, timing }: Given) {
  /** Answers whether the product took it. */
  async function deliver(message: CallbackMessage, card?: StoredCard): Promise<boolean> {
    for (let tried = 0; tried < tries; tried += 1) {
      const startedAt = world.realNow()
      const attempt = await attempted(message)
      const errcode = attempt.answered
        ? replied(attempt.text, { userid: message.userid, ...(card && { card }) })
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

  async function attempted(message: CallbackMessage): Promise<Attempt> {
    const struck = (fault: SandboxFault) => strikesCallback(world, fault, message.kind)
    if (struck('timeout-before')) return { answered: false, status: 0, errcode: 'timeout-before' }
    const { query, encrypted } = seal(message.xml, world.now())
    try {
      const answer = await fetch(`${productUrl}${path}?${query}`, {
        method: 'POST',
        headers: { 'content-type': 'text/xml' },
        body: envelopeBody(encrypted),
        signal: AbortSignal.timeout(timing.callbackMs),
      })
      const text = await answer.text()
      if (struck('timeout-after')) return { answered: false, status: 0, errcode: 'timeout-after' }
      return answer.status === 200
        ? { answered: true, status: 200, text }
        : { answered: false, status: answer.status, errcode: `http-${answer.status}` }
    } catch (error) {
      return {
        answered: false,
        status: 0,
        errcode: error instanceof Error && error.name === 'TimeoutError' ? 'too-late' : 'unreachable',
      }
    }
  }

  /** An answer that WeCom cannot read or apply is nothing to retry; it stands in the log. */
  function replied(text: string, about: { userid: string; card?: StoredCard }): number | string {
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

  const verify = () => verifyUrl({ world, url: `${productUrl}${path}`, withinMs: timing.verifyMs })
  return { deliver, verify, ready: async (): Promise<boolean> => world.state.corp.callbackVerified || (await verify()) }
}

function strikesCallback(world: World, fault: SandboxFault, kind: string): boolean {
  const named = world.state.faults.some((known) => known.fault === fault && known.endpoint?.includes('callback'))
  return named && strikes(world, fault, `/callback/${kind}`)
}
