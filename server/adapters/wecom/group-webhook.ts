/**
 * Posts into an existing group by its message-push webhook (91770): one way, no token. The key in the URL is a secret.
 * The endpoint has no duplicate check, so a lost answer stays unknown.
 */
import type { Clock } from '../../ports/clock.js'
import type { GroupMessenger } from '../../ports/messenger.js'
import { cutToBytes } from '../cut-text.js'
import { minuteBudget } from '../minute-budget.js'
import { platformCaller } from '../platform-call.js'
import { sendOutcomeOf } from '../send-outcome.js'
import { wecomErrors } from './errors.js'
import { groupWebhookLimits } from './limits.js'

interface Options {
  baseUrl: string
  /** Webhook key of each group. */
  keys: Record<string, string>
  clock: Clock
  random: () => number
  timeoutMs?: number
  pauseMs?: number
}

const refusals = { 'webhook-content': 'content', 'webhook-gone': 'recipient' } as const

export function groupWebhook({ keys, clock, ...transport }: Options): GroupMessenger {
  const call = platformCaller({ ...transport, platform: 'wecom', errors: wecomErrors })
  const budget = minuteBudget({ perMinute: groupWebhookLimits.perMinute, clock })

  return {
    async send({ groupId, markdown }) {
      const key = keys[groupId]
      if (!key) return { kind: 'refused', reason: 'recipient', code: 'group-unknown' }
      const afterMs = budget.waitMs(key)
      if (afterMs > 0) return { kind: 'try-later', code: 'own-budget', afterMs }

      const body = {
        msgtype: 'markdown',
        markdown: { content: cutToBytes(markdown, groupWebhookLimits.markdownBytes) },
      }
      try {
        await call({ method: 'POST', path: '/cgi-bin/webhook/send', query: { key }, body })
        return { kind: 'sent' }
      } catch (error) {
        return sendOutcomeOf(error, refusals)
      }
    },
  }
}
