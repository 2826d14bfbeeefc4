/** 30 a minute and 1 000 an hour in each conversation, replies and pushes together (101463); the platform's count has the last word. */
import type { Clock } from '../../ports/clock.js'
import { botLimits } from './limits.js'

export interface ConversationBudget {
  /** 0 when one may go now (it is then counted), otherwise how long to wait. */
  waitMs(chat: string): number
}

export function conversationBudget(clock: Clock): ConversationBudget {
  const sentAt = new Map<string, number[]>()
  const longestMs = Math.max(...botLimits.rates.map(({ windowMs }) => windowMs))

  return {
    waitMs(chat) {
      const now = clock.now().getTime()
      const recent = (sentAt.get(chat) ?? []).filter((at) => at > now - longestMs)
      const wait = Math.max(
        ...botLimits.rates.map(({ count, windowMs }) => {
          const within = recent.filter((at) => at > now - windowMs)
          return within.length < count ? 0 : within[within.length - count]! + windowMs - now
        }),
      )
      sentAt.set(chat, wait > 0 ? recent : [...recent, now])
      return wait
    },
  }
}
